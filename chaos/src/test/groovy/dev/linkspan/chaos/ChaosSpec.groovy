package dev.linkspan.chaos

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Whatever is declared, however Atlas stands at the beginning and whatever goes wrong on the way: Linkspan gets there, harms nothing and
 * says what is so. {@code -Dlinkspan.chaos.runs=5000} makes it more, {@code -Dlinkspan.chaos.seed=294 -Dlinkspan.chaos.runs=1} is one
 * again, which then tells what went on.
 */
class ChaosSpec extends Specification {

    static final int FIRST = Integer.getInteger('linkspan.chaos.seed')
    static final int RUNS = Integer.getInteger('linkspan.chaos.runs')

    @TempDir
    Path folder

    def 'after faults, deaths and company, Atlas is as declared, and nothing was harmed or said that is not so [seed #seed]'() {
        given:
        def ordeal = new Ordeal(seed, folder.resolve('journal.jsonl'))

        when:
        ordeal.suffer()
        def verdict = ordeal.recover()

        then:
        verdict == []

        cleanup:
        if (RUNS == 1) {
            ordeal?.tell(System.out)
        }
        ordeal?.close()

        where:
        seed << (FIRST..<FIRST + RUNS)
    }
}

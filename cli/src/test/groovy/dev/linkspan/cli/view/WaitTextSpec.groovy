package dev.linkspan.cli.view

import dev.linkspan.apply.WaitReport
import dev.linkspan.readiness.Readiness
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class WaitTextSpec extends Specification {

    static final GOLDEN = Path.of('src/test/resources/dev/linkspan/cli/view/wait-everything.txt')

    def 'a wait with everything in it is drawn as its golden, and no text of Atlas stands at the beginning of a line'() {
        when:
        def drawn = drawn(Waits.everything())

        then:
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(GOLDEN, drawn)
        }
        drawn == Files.readString(GOLDEN)
        !drawn.readLines().any { it.startsWith('::') }
    }

    def 'nothing to wait for is said in a line'() {
        expect:
        drawn(new WaitReport(new Readiness([], new TreeSet()), new TreeSet(), Duration.ZERO)) == 'Ready after 0s.\n'
    }

    private static String drawn(WaitReport report) {
        def bytes = new ByteArrayOutputStream()
        new WaitText(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false)).print(report)
        bytes.toString(StandardCharsets.UTF_8)
    }
}

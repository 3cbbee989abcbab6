package dev.linkspan.audit.history

import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CountDownLatch

/** A process that writes to a history, for what only processes can show. */
final class HistoryWriter {

    static final RUNS = 10

    final Process process
    private final BufferedReader output
    private final PrintWriter input

    private HistoryWriter(Process process) {
        this.process = process
        output = process.inputReader()
        input = new PrintWriter(process.outputWriter(), true)
    }

    static HistoryWriter start(String what, HistoryPlace place, String name = '') {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        new HistoryWriter(new ProcessBuilder(java, '-XX:TieredStopAtLevel=1', '-Dslf4j.internal.verbosity=ERROR',
                '-cp', System.getProperty('java.class.path'),
                HistoryWriter.name, what, url(place), name).redirectError(ProcessBuilder.Redirect.INHERIT).start())
    }

    private static String url(HistoryPlace place) {
        place instanceof HistoryPlace.Postgres
                ? place.words() + '?' + place.parameters().collect { "$it.key=$it.value" }.join('&')
                : place.words()
    }

    /** The next line it says, or null at its end. */
    String said() {
        output.readLine()
    }

    void say(String line) {
        input.println(line)
    }

    static void main(String... arguments) {
        def place = HistoryPlace.parse(arguments[1], Path.of('/'), Optional.empty())
        if (arguments[0] == 'hang') {
            hang(place)
        } else {
            many(place, arguments[2])
        }
    }

    /** Enough findings that pages go to the disk before the transaction ends. */
    private static void hang(HistoryPlace place) {
        def findings = (0..<20_000).collect { Runs.missing("b$it") }
        History.open(place, Clock.systemUTC()).record(Runs.run('killed', Runs.NIGHT + Duration.ofDays(2), findings, looked: {
            println 'half-way'
            new CountDownLatch(1).await()
        }))
    }

    private static void many(HistoryPlace place, String name) {
        println 'ready'
        System.in.newReader().readLine()
        def history = History.open(place, Clock.systemUTC())
        RUNS.times {
            history.record(Runs.run("$name $it", Runs.NIGHT + Duration.ofSeconds(it), [Runs.missing('always'), Runs.missing(name)],
                    scope: 'shared', looked: { it == 'always' }))
        }
        println 'done'
    }
}

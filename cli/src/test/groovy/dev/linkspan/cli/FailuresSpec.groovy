package dev.linkspan.cli

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.cli.view.Printer
import dev.linkspan.model.Refusal
import java.nio.charset.StandardCharsets
import java.nio.file.AccessDeniedException
import spock.lang.Specification

class FailuresSpec extends Specification {

    final bytes = new ByteArrayOutputStream()
    final stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)
    final failures = new Failures(new Printer(stream, false))

    def "every failure is told in a line or two, without a stack trace: #failure.class.simpleName"() {
        expect:
        failures.show(failure, false) == ExitStatus.FAILED
        shown == message

        where:
        failure                                                                                      || message
        new AtlasProblem(AtlasProblem.Kind.UNAUTHORIZED, 'GET /x: 401', Optional.empty(), 'Check the key.', false, null) || 'error: GET /x: 401\n    Check the key.\n'
        new AtlasProblem(AtlasProblem.Kind.UNREACHABLE, 'POST /x: reset\u001b[0m', Optional.empty(), '', true, null)     || 'error: POST /x: reset\\u{1b}[0m\n    Atlas may have carried it out all the same; the next run looks before it asks again.\n'
        new Refusal('x', 'no such thing', 'Write another.')                                          || 'error: no such thing\n    Write another.\n'
        new InterruptedException()                                                                   || 'error: Interrupted\n    Run the same command again: it goes on from what Atlas shows.\n'
        new UncheckedIOException(new AccessDeniedException('/x'))                                    || 'error: A file cannot be read or written: /x: permission denied\n'
        new UncheckedIOException('Port 80 is taken', new IOException('x'))                           || 'error: Port 80 is taken\n'
        new OutOfMemoryError()                                                                       || 'error: Out of memory\n    Give Java more with LINKSPAN_JAVA_OPTIONS=-Xmx1g.\n'
        new IllegalStateException('odd')                                                             || 'error: Linkspan itself is at fault: java.lang.IllegalStateException: odd\n    Run it again with --log-level debug, and report what that shows.\n'
    }

    def "while debugging, a failure also shows where it arose"() {
        when:
        failures.show(new IllegalStateException('odd\n::error::forged'), true)

        then:
        shown.contains('\tat dev.linkspan.cli.FailuresSpec')
        !shown.readLines().any { it.startsWith('::') }
    }

    private String getShown() {
        bytes.toString(StandardCharsets.UTF_8)
    }
}

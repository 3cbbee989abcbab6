package dev.linkspan.cli

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class StandardOutputSpec extends Specification {

    final bytes = new ByteArrayOutputStream()
    final err = new PrintStream(bytes, true, StandardCharsets.UTF_8)

    def "a reader that went away is no failure, and stops nothing"() {
        given:
        def output = StandardOutput.over(failing('Broken pipe'))

        when:
        output.stream().println('result')
        output.stream().println('more')

        then:
        output.close(status, err) == status
        bytes.size() == 0

        where:
        status << [0, 1, 2, 3]
    }

    def "a result that cannot be written is a failure, and a worse status stays: #status"() {
        given:
        def output = StandardOutput.over(failing('No space left on device'))

        when:
        output.stream().print('é')

        then:
        output.close(status, err) == expected
        bytes.toString(StandardCharsets.UTF_8) == message

        where:
        status || expected | message
        0      || 1        | 'error: The result cannot be written: No space left on device\n'
        2      || 1        | 'error: The result cannot be written: No space left on device\n'
        1      || 1        | 'error: The result cannot be written: No space left on device\n'
        64     || 64       | ''
    }

    def "what is written arrives as UTF-8"() {
        given:
        def target = new ByteArrayOutputStream()
        def output = StandardOutput.over(target)

        when:
        output.stream().print('é…')

        then:
        output.close(0, err) == 0
        target.toString(StandardCharsets.UTF_8) == 'é…'
    }

    private static OutputStream failing(String message) {
        new OutputStream() {
            @Override
            void write(int oneByte) {
                throw new IOException(message)
            }
        }
    }
}

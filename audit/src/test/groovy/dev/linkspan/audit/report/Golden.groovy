package dev.linkspan.audit.report

import java.nio.file.Files
import java.nio.file.Path

/**
 * Expected outputs, one file each. {@code mvn test -Dlinkspan.goldens=write} writes them anew; the diff is then read
 * like any other change.
 */
class Golden {

    static String expected(String name, String actual) {
        Path file = Path.of('src/test/resources/dev/linkspan/audit/report').resolve(name)
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(file, actual)
        }
        Files.readString(file)
    }
}

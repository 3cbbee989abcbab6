package dev.linkspan.audit.report.html;

import dev.linkspan.text.Untrusted;
import java.util.stream.Collectors;

/** Text from Atlas, specs and rules as the page shows it. The templates escape what is markup; this shows what would hide or turn around. */
final class Shown {

    /** Far more than Atlas says, and little enough for a page of thousands of findings. */
    private static final int LONGEST = 2_000;

    private Shown() {}

    static String line(String text) {
        return Untrusted.oneLine(text, LONGEST);
    }

    /** Of an Azure id, which is a path, its name; another id as it is. */
    static String lastPart(String id) {
        String last = id.substring(id.lastIndexOf('/') + 1);
        return last.isEmpty() ? id : last;
    }

    static String lines(String text) {
        return text.lines().map(Shown::line).collect(Collectors.joining("\n"));
    }
}

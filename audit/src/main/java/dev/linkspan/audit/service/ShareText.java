package dev.linkspan.audit.service;

import java.util.Collection;
import java.util.List;

/** The projects of a share as one text: a line for each. Project names have no line breaks; one that had would be two projects that nobody sees. */
final class ShareText {

    private ShareText() {}

    static String of(Collection<String> projects) {
        projects.stream().filter(it -> it.lines().count() != 1).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("a project's name is one line");
        });
        return String.join("\n", projects);
    }

    static List<String> projects(String text) {
        return text.lines().toList();
    }
}

package dev.linkspan.cli.view;

import dev.linkspan.model.Declaration;

/** What specs declare, in one line. */
public final class DeclarationView {

    private final Printer printer;

    public DeclarationView(Printer printer) {
        this.printer = printer;
    }

    public void print(Declaration declaration) {
        var projects = declaration.projects().values();
        int services = projects.stream().mapToInt(it -> it.services().size()).sum();
        int endpoints = projects.stream()
                .flatMap(it -> it.services().values().stream())
                .mapToInt(it -> it.endpoints().size())
                .sum();
        printer.line("Valid: " + counted(projects.size(), "project") + ", " + counted(services, "service") + ", "
                + counted(endpoints, "endpoint") + ".");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

package dev.linkspan.cli.view;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.model.Refusal;
import dev.linkspan.text.Untrusted;

/** One thing that went wrong and that no line of a file is to blame for. */
public final class ProblemView {

    private static final int LONGEST = 2_000;

    private final Printer printer;

    public ProblemView(Printer printer) {
        this.printer = printer;
    }

    public void print(AtlasProblem problem) {
        print(problem.getMessage(), problem.remedy());
        if (problem.isAmbiguous()) {
            printer.line("    Atlas may have carried it out all the same; the next run looks before it asks again.");
        }
    }

    public void print(Refusal refusal) {
        print(refusal.summary(), refusal.remedy());
    }

    /** @param remedy what to do next; may be empty */
    public void print(String summary, String remedy) {
        print(printer.in(Style.BAD, "error"), summary, remedy);
    }

    /** For what is only worth knowing. */
    public void warn(String summary, String remedy) {
        print(printer.in(Style.CAREFUL, "warning"), summary, remedy);
    }

    private void print(String word, String summary, String remedy) {
        printer.line(word + ": " + Untrusted.oneLine(summary, LONGEST));
        if (!remedy.isEmpty()) {
            printer.line("    " + Untrusted.oneLine(remedy, LONGEST));
        }
    }
}

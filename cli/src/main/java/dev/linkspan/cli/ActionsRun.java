package dev.linkspan.cli;

import dev.linkspan.cli.view.AnnotationsView;
import dev.linkspan.cli.view.Printer;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.text.MarkdownPage;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.function.IntFunction;

/**
 * What a run gives GitHub Actions besides its output: annotations, and a page in the job's summary. Elsewhere nothing, and nowhere does
 * it change how the run ends. The variables are those of GitHub's page "Variables reference".
 */
final class ActionsRun {

    /** GitHub refuses a longer summary of one step. */
    private static final long MOST_BYTES = 1024 * 1024;

    /** What one UTF-16 unit takes in UTF-8 at most. */
    private static final int BYTES_EACH = 3;

    private final Surroundings surroundings;
    private final Printer errors;
    private final boolean isRunning;

    ActionsRun(Surroundings surroundings, Printer errors) {
        this.surroundings = surroundings;
        this.errors = errors;
        this.isRunning = "true".equals(surroundings.environment().get("GITHUB_ACTIONS"));
    }

    void annotate(Diagnostics diagnostics) {
        if (isRunning) {
            annotations().print(diagnostics);
        }
    }

    void annotate(Collection<BlindSpot> spots) {
        if (isRunning) {
            annotations().print(spots);
        }
    }

    /** @param page from the number of UTF-16 units that it may have to its text */
    void summarize(IntFunction<String> page) {
        String file = isRunning ? variable("GITHUB_STEP_SUMMARY") : "";
        if (file.isEmpty()) {
            return;
        }
        try {
            append(Path.of(file), page);
        } catch (IOException e) {
            warn("The job summary cannot be written to " + file + ": " + FileFault.reason(e));
        } catch (InvalidPathException e) {
            warn("The job summary cannot be written to " + file + ": that is no path");
        }
    }

    private void append(Path file, IntFunction<String> page) throws IOException {
        long room = (MOST_BYTES - (Files.exists(file) ? Files.size(file) : 0)) / BYTES_EACH - 1;
        if (room < MarkdownPage.LEAST) {
            warn("The job summary is full; this step wrote nothing into it");
            return;
        }
        Files.writeString(
                file,
                page.apply((int) room) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void warn(String what) {
        errors.line("warning: " + Untrusted.oneLine(what));
    }

    private AnnotationsView annotations() {
        return new AnnotationsView(errors, this::inRepository);
    }

    /** GitHub takes a relative path from the root of the repository, wherever the step works. */
    private String inRepository(String file) {
        String root = variable("GITHUB_WORKSPACE");
        try {
            var path = surroundings.workingDirectory().resolve(file).normalize();
            boolean isInside = !root.isEmpty() && path.startsWith(Path.of(root));
            return isInside ? Path.of(root).relativize(path).toString().replace('\\', '/') : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private String variable(String name) {
        return surroundings.environment().getOrDefault(name, "");
    }
}

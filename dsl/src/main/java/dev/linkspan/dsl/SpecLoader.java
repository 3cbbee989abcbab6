package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.dsl.eval.Budgets;
import dev.linkspan.dsl.gate.Gate;
import dev.linkspan.model.Declaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Loads specs. They are read by Groovy's parser and evaluated by an evaluator of our own, which has no way to files,
 * processes, classes or the network; nothing of a spec is compiled or loaded.
 */
public final class SpecLoader {

    private final Path base;
    private final Budgets budgets;
    private final LongSupplier nanos;

    /**
     * A loader with the standard budgets and the machine's clock.
     *
     * @param base where relative paths start
     */
    public SpecLoader(Path base) {
        this(base, Budgets.standard(), System::nanoTime);
    }

    /**
     * @param base where relative paths start
     * @param budgets what each file may cost
     * @param nanos a clock that only rises, in nanoseconds
     */
    public SpecLoader(Path base, Budgets budgets, LongSupplier nanos) {
        this.base = base.toAbsolutePath();
        this.budgets = Objects.requireNonNull(budgets, "budgets");
        this.nanos = Objects.requireNonNull(nanos, "nanos");
    }

    /**
     * Loads files, and all {@code *.groovy} files below folders, into one declaration. Never throws for what stands in
     * them: all faults of all files are among the diagnostics.
     *
     * @param params what {@code params.name} reads
     */
    public LoadedSpecs load(List<Path> filesOrFolders, Map<String, String> params) {
        var files = new SpecFiles(base);
        List<Diagnostic> faults = new ArrayList<>();
        List<ProjectDraft> projects = new ArrayList<>();
        for (Path file : files.find(filesOrFolders)) {
            files.read(file).ifPresent(source -> {
                Gate.load();
                var reading = new FileReading(source, params, budgets, nanos).read();
                projects.addAll(reading.projects());
                faults.addAll(reading.faults());
            });
        }
        faults.addAll(files.faults());
        var joiner = new Joiner();
        Declaration declaration = joiner.join(projects);
        faults.addAll(joiner.faults());
        var diagnostics = new Diagnostics(faults);
        if (declaration.projects().isEmpty() && !diagnostics.hasErrors()) {
            diagnostics = diagnostics.and(List.of(noProject(files, filesOrFolders)));
        }
        return new LoadedSpecs(declaration, diagnostics);
    }

    private static Diagnostic noProject(SpecFiles files, List<Path> filesOrFolders) {
        String where = filesOrFolders.isEmpty() ? "" : files.shown(filesOrFolders.get(0));
        return Diagnostic.error(
                "no-project",
                "These specs declare no project",
                "Write one: project('5e2211c17a3e5a48f5497de3') { aws('us-east-1') { } }",
                SourceRef.wholeFile(where));
    }
}

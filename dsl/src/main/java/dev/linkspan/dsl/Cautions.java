package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be said, and is probably not meant so, or will meet a refusal of Atlas's: warnings about a project as a whole. */
final class Cautions {

    /** An id in capitals, or a digit or two short or long. */
    private static final Pattern NEARLY_AN_ID = Pattern.compile("[0-9a-fA-F]{22,26}");

    private Cautions() {}

    static List<Diagnostic> about(DeclaredProject project) {
        var cautions = new ArrayList<Diagnostic>();
        nameLikeAnId(project).ifPresent(cautions::add);
        if (!project.regionalMode().equals(Optional.of(true))) {
            project.providers().forEach(it -> needsRegionalMode(project, it).ifPresent(cautions::add));
        }
        return cautions;
    }

    private static Optional<Diagnostic> nameLikeAnId(DeclaredProject project) {
        boolean isDoubtful = project.ref() instanceof ProjectName name
                && NEARLY_AN_ID.matcher(name.value()).matches();
        return !isDoubtful
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                        "name-like-an-id",
                        "'" + project.ref() + "' is taken for the name of a project, since it is not quite an id",
                        "An id has 24 hexadecimal digits, letters in lower case: project('5e2211c17a3e5a48f5497de3').",
                        project.source()));
    }

    /**
     * Without regional mode Atlas takes several endpoints in one region, or one in each of several (its page on private endpoints);
     * counted for each cloud and each architecture by itself, where the page leaves it open.
     */
    private static Optional<Diagnostic> needsRegionalMode(DeclaredProject project, CloudProvider provider) {
        var used = project.services().values().stream()
                .filter(it ->
                        it.region().provider() == provider && !it.endpoints().isEmpty())
                .toList();
        return used.stream()
                .filter(it -> it.endpoints().size() > 1)
                .flatMap(several -> used.stream()
                        .filter(it -> !it.region().equals(several.region()))
                        .map(other -> needsRegionalMode(project, several, other)))
                .findFirst();
    }

    private static Diagnostic needsRegionalMode(
            DeclaredProject project, DeclaredService several, DeclaredService other) {
        String remedy = project.regionalMode().isPresent()
                ? "Write regionalMode true, which is for sharded clusters, or keep to one of the two."
                : "Write regionalMode true, which is for sharded clusters; if it is on already, that keeps it on.";
        return Diagnostic.warning(
                        "needs-regional-mode",
                        "Without regional mode Atlas takes several endpoints in one region or one in each of several, and this"
                                + " project has both on "
                                + several.region().provider().title(),
                        remedy,
                        several.source())
                .relatedTo("an endpoint in another region", other.source());
    }
}

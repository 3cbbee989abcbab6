package dev.linkspan.cli;

import dev.linkspan.atlas.http.ApiVersion;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Refusal;
import java.util.Optional;
import java.util.Set;

/** What is declared that the chosen version of the API has no words for: it could be neither seen nor set. */
final class Unspeakable {

    private static final String NO_ARCHITECTURES =
            "Version v1.0 of the API cannot tell the two kinds of Google Cloud services apart";

    private Unspeakable() {}

    /** Whether there is any; it is told then. */
    static boolean isTold(Session session, Declaration declared) {
        var found = in(session.settings().apiVersion(), declared);
        if (!found.isEmpty()) {
            session.tell(found);
        }
        return !found.isEmpty();
    }

    /** @throws Refusal for a cloud of which that version cannot show all that is there */
    static void check(Session session, Set<CloudProvider> clouds) {
        if (session.settings().apiVersion() != ApiVersion.V2 && clouds.contains(CloudProvider.GCP)) {
            throw new Refusal("needs-api-v2", NO_ARCHITECTURES, "Use v2, which is the default.");
        }
    }

    private static Diagnostics in(ApiVersion version, Declaration declared) {
        if (version == ApiVersion.V2) {
            return Diagnostics.none();
        }
        return new Diagnostics(declared.projects().values().stream()
                .flatMap(it -> it.services().values().stream())
                .flatMap(it -> in(it).stream())
                .toList());
    }

    /** Without telling one from the other, a port-mapped service would be taken for the older one beside it. */
    private static Optional<Diagnostic> in(DeclaredService service) {
        if (service.key().provider() == CloudProvider.GCP) {
            return Optional.of(Diagnostic.error(
                    "needs-api-v2", NO_ARCHITECTURES, "Use v2, which is the default.", service.source()));
        }
        return service.remoteRegions()
                .map(it -> Diagnostic.error(
                        "needs-api-v2",
                        "Version v1.0 of the API knows no remote regions",
                        "Use v2, which is the default, or leave remoteRegions out.",
                        service.source()));
    }
}

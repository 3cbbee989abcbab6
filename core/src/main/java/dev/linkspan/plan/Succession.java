package dev.linkspan.plan;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A service of Google Cloud's older architecture and the port-mapped one of its region that takes over from it.
 *
 * @param successor as if a spec declared it, whether one does or not
 * @param isSuccessorDeclared whether one does
 */
record Succession(ComparedService older, ComparedService successor, boolean isSuccessorDeclared) {

    /** One for each older service of a project that is declared, or there and anybody's business. */
    static List<Succession> of(ComparedProject project, Collection<BlindSpot> blindSpots) {
        return project.services().stream()
                .filter(it -> isOlder(it) && concerns(project, it))
                .map(it -> of(project, it, blindSpots))
                .toList();
    }

    private static boolean isOlder(ComparedService service) {
        var key = service.address().service().orElseThrow();
        return key.provider() == CloudProvider.GCP && !key.isPortMapped();
    }

    private static boolean concerns(ComparedProject project, ComparedService service) {
        boolean isStaying = service.service()
                .observed()
                .filter(it -> it.health() != Health.LEAVING)
                .isPresent();
        return service.service().declared().isPresent()
                || isStaying && project.declared().unmanaged() != UnmanagedPolicy.IGNORE;
    }

    private static Succession of(ComparedProject project, ComparedService older, Collection<BlindSpot> blindSpots) {
        var key = new ServiceKey(older.address().region().orElseThrow(), true);
        var address = Address.service(project.declared().ref(), key);
        var found = project.services().stream()
                .filter(it -> it.address().equals(address))
                .findFirst();
        boolean isDeclared =
                found.filter(it -> it.service().declared().isPresent()).isPresent();
        if (isDeclared) {
            return new Succession(older, found.get(), true);
        }
        var source = older.service()
                .declared()
                .map(DeclaredService::source)
                .orElse(project.declared().source());
        var wanted = new DeclaredService(key, Optional.empty(), false, new TreeMap<>(), source);
        var pairing = found.flatMap(it -> it.service().observed())
                .<Pairing<DeclaredService, ObservedService>>map(
                        it -> new Pairing.Matched<>(address, wanted, it, List.of()))
                .orElseGet(() -> absent(project, address, wanted, blindSpots));
        return new Succession(
                older,
                new ComparedService(
                        pairing, found.map(ComparedService::endpoints).orElse(List.of())),
                false);
    }

    /** Not there, if anybody looked. */
    private static Pairing<DeclaredService, ObservedService> absent(
            ComparedProject project, Address address, DeclaredService wanted, Collection<BlindSpot> blindSpots) {
        var hidden =
                blindSpots.stream().filter(it -> it.address().covers(address)).findFirst();
        if (hidden.isEmpty() && project.providersRead().contains(CloudProvider.GCP)) {
            return new Pairing.OnlyDeclared<>(address, wanted);
        }
        return new Pairing.Unseen<>(
                address, Optional.of(wanted), hidden.orElseGet(() -> new BlindSpot(address, "it was not read", "")));
    }
}

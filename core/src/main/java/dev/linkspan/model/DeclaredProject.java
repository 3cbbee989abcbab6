package dev.linkspan.model;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One Atlas project as specs want it.
 *
 * @param regionalMode empty when specs leave it out: then it is neither compared nor written
 * @param unmanaged what becomes of things that no spec declares
 * @param isProtected whether deletes and replacements anywhere in the project are refused
 * @param services by what tells them apart
 * @param source where the project is declared first
 */
public record DeclaredProject(
        ProjectRef ref,
        Optional<Boolean> regionalMode,
        UnmanagedPolicy unmanaged,
        boolean isProtected,
        SortedMap<ServiceKey, DeclaredService> services,
        SourceRef source) {

    public DeclaredProject {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(regionalMode, "regionalMode");
        Objects.requireNonNull(unmanaged, "unmanaged");
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        Objects.requireNonNull(source, "source");
    }

    /** The clouds on which this project declares a service. */
    public SortedSet<CloudProvider> providers() {
        var providers = new TreeSet<CloudProvider>();
        services.keySet().forEach(it -> providers.add(it.provider()));
        return Collections.unmodifiableSortedSet(providers);
    }

    /** The same project under another reference: its id, once its name has been looked up. */
    public DeclaredProject known(ProjectId id) {
        return new DeclaredProject(id, regionalMode, unmanaged, isProtected, services, source);
    }
}

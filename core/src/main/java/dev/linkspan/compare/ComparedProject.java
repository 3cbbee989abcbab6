package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredProject;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One declared project.
 *
 * @param name Atlas's name for it, untrusted; empty unless names were looked up
 * @param regionalMode empty unless specs declare it
 * @param providersRead the clouds whose services were listed
 * @param services in the order of their addresses
 */
public record ComparedProject(
        DeclaredProject declared,
        Optional<String> name,
        Optional<Pairing<Boolean, Boolean>> regionalMode,
        SortedSet<CloudProvider> providersRead,
        List<ComparedService> services) {

    public ComparedProject {
        Objects.requireNonNull(declared, "declared");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(regionalMode, "regionalMode");
        providersRead = Collections.unmodifiableSortedSet(new TreeSet<>(providersRead));
        services = List.copyOf(services);
    }

    public Address address() {
        return Address.of(declared.ref());
    }
}

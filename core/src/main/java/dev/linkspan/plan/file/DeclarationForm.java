package dev.linkspan.plan.file;

import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.Map;
import java.util.TreeMap;

/** What specs declare. */
final class DeclarationForm {

    private final boolean hasPlaces;

    private DeclarationForm(boolean hasPlaces) {
        this.hasPlaces = hasPlaces;
    }

    static Map<String, Object> write(Declaration declaration) {
        return new DeclarationForm(true).declaration(declaration);
    }

    /** The same for the same meaning, wherever in the specs things stand. */
    static Map<String, Object> withoutPlaces(Declaration declaration) {
        return new DeclarationForm(false).declaration(declaration);
    }

    static Declaration read(Members declaration) {
        return Declaration.of(declaration.objects("projects", DeclarationForm::project));
    }

    private Map<String, Object> declaration(Declaration declaration) {
        return Map.of(
                "projects",
                declaration.projects().values().stream().map(this::project).toList());
    }

    private Map<String, Object> project(DeclaredProject project) {
        var members = placed(project.source());
        members.put("project", project.ref().value());
        project.regionalMode().ifPresent(it -> members.put("regionalMode", it));
        members.put("unmanaged", Members.word(project.unmanaged()));
        members.put("protected", project.isProtected());
        members.put(
                "services",
                project.services().values().stream().map(this::service).toList());
        return members;
    }

    private static DeclaredProject project(Members project) {
        var services = new TreeMap<ServiceKey, DeclaredService>();
        project.objects("services", DeclarationForm::service).forEach(it -> services.put(it.key(), it));
        return new DeclaredProject(
                project.as("project", ProjectRef::parse),
                project.optional("regionalMode", project::flag),
                project.word("unmanaged", UnmanagedPolicy.class),
                project.flag("protected"),
                services,
                project.object("source", PlaceForm::read));
    }

    private Map<String, Object> service(DeclaredService service) {
        var members = placed(service.source());
        members.put("cloud", service.region().provider().word());
        members.put("region", RegionText.write(service.region()));
        members.put("portMapped", service.key().isPortMapped());
        service.remoteRegions().ifPresent(it -> members.put("remoteRegions", RegionText.write(it)));
        members.put("protected", service.isProtected());
        members.put(
                "endpoints",
                service.endpoints().values().stream().map(this::endpoint).toList());
        return members;
    }

    private static DeclaredService service(Members service) {
        var cloud = service.word("cloud", CloudProvider.class);
        return new DeclaredService(
                new ServiceKey(service.as("region", it -> RegionText.read(cloud, it)), service.flag("portMapped")),
                service.optional("remoteRegions", it -> RegionText.remote(service, it)),
                service.flag("protected"),
                DeclaredService.keyed(service.objects(
                        "endpoints",
                        it -> new DeclaredEndpoint(
                                it.as("id", id -> new EndpointId(cloud, id)),
                                AttributesForm.read(it),
                                it.flag("protected"),
                                it.object("source", PlaceForm::read)))),
                service.object("source", PlaceForm::read));
    }

    private Map<String, Object> endpoint(DeclaredEndpoint endpoint) {
        var members = placed(endpoint.source());
        members.put("id", endpoint.id().value());
        AttributesForm.write(endpoint.attributes(), members);
        members.put("protected", endpoint.isProtected());
        return members;
    }

    private Map<String, Object> placed(SourceRef source) {
        var members = new TreeMap<String, Object>();
        if (hasPlaces) {
            members.put("source", PlaceForm.write(source));
        }
        return members;
    }
}

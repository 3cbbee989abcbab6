package dev.linkspan.plan.file;

import dev.linkspan.model.ServiceId;
import dev.linkspan.plan.Subject;
import java.util.Map;
import java.util.TreeMap;

/** What a step is about. */
final class SubjectForm {

    private static final String REGIONAL_MODE = "regional-mode";
    private static final String SERVICE = "service";
    private static final String ENDPOINT = "endpoint";

    private SubjectForm() {}

    static Map<String, Object> write(Subject subject) {
        var members = new TreeMap<String, Object>();
        if (subject instanceof Subject.RegionalMode mode) {
            members.put("kind", REGIONAL_MODE);
            members.put("enabled", mode.isEnabled());
        } else if (subject instanceof Subject.Service service) {
            members.put("kind", SERVICE);
            service.id().ifPresent(it -> members.put("id", it.value()));
            service.remoteRegions().ifPresent(it -> members.put("remoteRegions", RegionText.write(it)));
        } else if (subject instanceof Subject.Endpoint endpoint) {
            members.put("kind", ENDPOINT);
            endpoint.service().ifPresent(it -> members.put("service", it.value()));
            AttributesForm.write(endpoint.attributes(), members);
        }
        return members;
    }

    static Subject read(Members subject) {
        String kind = subject.text("kind");
        return switch (kind) {
            case REGIONAL_MODE -> new Subject.RegionalMode(subject.flag("enabled"));
            case SERVICE ->
                new Subject.Service(
                        subject.optional("id", it -> subject.as(it, ServiceId::new)),
                        subject.optional("remoteRegions", it -> RegionText.remote(subject, it)));
            case ENDPOINT ->
                new Subject.Endpoint(
                        subject.optional("service", it -> subject.as(it, ServiceId::new)),
                        AttributesForm.read(subject));
            default -> throw new IllegalArgumentException("'" + kind + "' is no kind of subject");
        };
    }
}

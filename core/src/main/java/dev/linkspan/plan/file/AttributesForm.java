package dev.linkspan.plan.file;

import dev.linkspan.model.EndpointAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Atlas has to know of an endpoint besides its id: members of the endpoint itself. */
final class AttributesForm {

    private AttributesForm() {}

    static void write(EndpointAttributes attributes, Map<String, Object> members) {
        attributes.ip().ifPresent(it -> members.put("ip", it));
        attributes.gcpProject().ifPresent(it -> members.put("gcpProject", it));
        if (!attributes.addresses().isEmpty()) {
            members.put(
                    "addresses",
                    attributes.addresses().entrySet().stream()
                            .map(it -> Map.of("name", it.getKey(), "ip", it.getValue()))
                            .toList());
        }
    }

    static EndpointAttributes read(Members members) {
        var addresses = new TreeMap<String, String>();
        members.optional("addresses", it -> members.objects(it, rule -> Map.entry(rule.text("name"), rule.text("ip"))))
                .orElse(List.of())
                .forEach(it -> addresses.put(it.getKey(), it.getValue()));
        return new EndpointAttributes(
                members.optional("ip", members::text), members.optional("gcpProject", members::text), addresses);
    }
}

package dev.linkspan.chaos

import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService

/** A declaration as somebody would write it. */
class SpecText {

    static String of(DeclaredProject project) {
        def options = [project.regionalMode().map { "regionalMode $it" }.orElse(null), "unmanaged '${project.unmanaged().name().toLowerCase()}'",
            project.isProtected() ? 'protect()' : null]
        block("project('${project.ref()}')", options + project.services().values().collect { service(it) })
    }

    private static String service(DeclaredService service) {
        def options = [service.key().portMapped ? 'portMapped()' : null,
            service.remoteRegions().map { "remoteRegions([${it.collect { "'$it'" }.join(', ')}])" }.orElse(null),
            service.isProtected() ? 'protect()' : null]
        block("${service.key().provider().word()}('${service.region()}')", options + service.endpoints().values().collect { endpoint(it) })
    }

    private static String endpoint(DeclaredEndpoint endpoint) {
        def values = endpoint.attributes()
        def named = [ip: values.ip().orElse(null), gcpProject: values.gcpProject().orElse(null)].findAll { it.value }
            .collect { ", $it.key: '$it.value'" }.join('')
        def addresses = values.addresses().collect { "'$it.key': '$it.value'" }.join(', ')
        addresses ? "endpointGroup('${endpoint.id()}'$named, endpoints: [$addresses])" : "endpoint('${endpoint.id()}'$named)"
    }

    private static String block(String head, List<?> lines) {
        "$head {\n${lines.findAll()*.toString().join('\n').indent(4)}}"
    }
}

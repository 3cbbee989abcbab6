package dev.linkspan.chaos

import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ForwardingRule
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import groovy.transform.Immutable

/** Where one service can stand, and what its endpoints look like there: to Linkspan, and to the emulator, which share no types. */
@Immutable
class Place {

    static final List<Place> ALL = [
        new Place('AWS', 'us-east-1', false), new Place('AWS', 'eu-west-1', false), new Place('AWS', 'eu-central-1', false),
        new Place('AZURE', 'eastus2', false), new Place('AZURE', 'northeurope', false),
        new Place('GCP', 'us-central1', true), new Place('GCP', 'us-central1', false), new Place('GCP', 'us-east4', false)]

    /** How many attachments a service has that is not port-mapped, and how many addresses a group therefore needs. */
    static final int ATTACHMENTS = 2

    String cloud
    String region
    boolean portMapped

    ServiceKey key() {
        new ServiceKey(Regions.parse(CloudProvider.valueOf(cloud), region), portMapped)
    }

    /** How many endpoints it takes. */
    int room() {
        portMapped ? 1 : 3
    }

    /** The place that the journal calls so. */
    static Place named(String key) {
        ALL.find { it.key().toString() == key }
    }

    /** Whether the body of a request is about a service here. */
    boolean isIn(Map body) {
        body.providerName == cloud && body.region in [region, key().region().atlasName()] && (body.portMappingEnabled ?: false) == portMapped
    }

    boolean has(ServiceState service) {
        service.cloud() == Cloud.valueOf(cloud) && service.region() == key().region().atlasName() && service.portMapped() == portMapped
    }

    EndpointId id(int number) {
        int serial = 100 * ALL.indexOf(this) + number
        switch (cloud) {
            case 'AWS' -> EndpointId.aws('vpce-' + "$serial".padLeft(17, '0'))
            case 'AZURE' -> EndpointId.azure('/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app' +
                "/providers/Microsoft.Network/privateEndpoints/pe-$serial")
            default -> EndpointId.gcp("psc-$serial".toString())
        }
    }

    /** Those of an endpoint, as declared or otherwise. */
    EndpointAttributes attributes(int number, boolean isOtherwise) {
        def ip = { int last -> "10.${isOtherwise ? 9 : 0}.$number.$last".toString() }
        switch (cloud) {
            case 'AWS' -> EndpointAttributes.NONE
            case 'AZURE' -> EndpointAttributes.azure(ip(4))
            default -> portMapped
                ? EndpointAttributes.portMapped('acme-net', ip(4))
                : EndpointAttributes.group('acme-net', new TreeMap<>((1..ATTACHMENTS).collectEntries { ["rule-$number-$it".toString(), ip(it)] }))
        }
    }

    EndpointState state(int number, boolean isOtherwise, String status) {
        def values = attributes(number, isOtherwise)
        def rules = portMapped
            ? [new ForwardingRule(id(number).value(), values.ip().get())]
            : values.addresses().collect { new ForwardingRule(it.key, it.value) }
        def endpoint = switch (cloud) {
            case 'AWS' -> EndpointState.aws(id(number).value())
            case 'AZURE' -> EndpointState.azure(id(number).value(), values.ip().get())
            default -> EndpointState.gcp(id(number).value(), 'acme-net', rules)
        }
        endpoint.inStatus(status)
    }

    /** Whether the emulator has an endpoint with these values. */
    static boolean isAs(EndpointAttributes wanted, EndpointState found) {
        def addresses = found.rules().collectEntries { [it.name(), it.ipAddress()] }
        def ip = found.ipAddress().orElse(null) ?: (wanted.addresses() ? null : addresses.values().find())
        wanted.ip().map { it == ip }.orElse(true) && (!wanted.addresses() || wanted.addresses() == addresses)
    }

    /** The status in which an endpoint has failed. */
    String failed() {
        cloud == 'AWS' ? 'REJECTED' : 'FAILED'
    }

    /** A status from which an endpoint goes on by itself. */
    String early() {
        cloud == 'AWS' ? 'PENDING_ACCEPTANCE' : 'INITIATING'
    }
}

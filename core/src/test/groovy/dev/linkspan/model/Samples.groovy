package dev.linkspan.model

import dev.linkspan.compare.Comparer
import dev.linkspan.compare.Comparison
import dev.linkspan.diagnostic.SourceRef

/**
 * Declared ("wanted") and observed ("found") things for specifications. What a specification does not speak of is
 * filled in: one project, one AWS region, statuses that are AVAILABLE.
 */
class Samples {

    static final ProjectId PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final ProjectId OTHER_PROJECT = new ProjectId('6f3322d28b4f6b59a6508ef4')
    static final Region VIRGINIA = Regions.parse(CloudProvider.AWS, 'us-east-1')
    static final Region IRELAND = Regions.parse(CloudProvider.AWS, 'eu-west-1')
    static final Region FRANKFURT = Regions.parse(CloudProvider.AWS, 'eu-central-1')

    /** A service as Atlas shows it, with the endpoints that were read and those that are only listed. */
    static class FoundService {
        ObservedService service
        List<ObservedEndpoint> endpoints
    }

    static EndpointId vpce(int number) {
        EndpointId.aws('vpce-' + Integer.toHexString(number).padLeft(17, '0'))
    }

    static SourceRef place(int line) {
        new SourceRef('specs/payments.groovy', line, 5, '')
    }

    static DeclaredEndpoint wantedEndpoint(Map options = [:], int number) {
        wantedEndpoint(options, vpce(number))
    }

    static DeclaredEndpoint wantedEndpoint(Map options = [:], EndpointId id) {
        new DeclaredEndpoint(id, options.attributes ?: EndpointAttributes.NONE, options.isProtected ?: false, place(3))
    }

    static DeclaredService wantedService(Map options = [:]) {
        new DeclaredService(
            options.key ?: ServiceKey.of(options.region ?: VIRGINIA),
            Optional.ofNullable(options.remoteRegions).map { new TreeSet<Region>(it) },
            options.isProtected ?: false,
            DeclaredService.keyed(options.endpoints ?: []),
            place(2))
    }

    static DeclaredProject wantedProject(Map options = [:]) {
        new DeclaredProject(
            options.ref ?: PROJECT,
            Optional.ofNullable(options.regionalMode),
            options.unmanaged ?: UnmanagedPolicy.REPORT,
            options.isProtected ?: false,
            Declaration.keyed(options.services ?: []) { it.key() },
            place(1))
    }

    static ObservedEndpoint foundEndpoint(Map options = [:], int number) {
        foundEndpoint(options, vpce(number))
    }

    static ObservedEndpoint foundEndpoint(Map options = [:], EndpointId id) {
        new ObservedEndpoint(
            id,
            options.attributes ?: EndpointAttributes.NONE,
            new ConnectionStatus(options.status ?: 'AVAILABLE'),
            options.isDeleteRequested ?: false,
            Optional.ofNullable(options.error))
    }

    /** @param options listed: ids that Atlas lists on the service and that were not read */
    static FoundService foundService(Map options = [:]) {
        List<ObservedEndpoint> endpoints = options.endpoints ?: []
        def key = options.key ?: ServiceKey.of(options.region ?: VIRGINIA)
        def service = new ObservedService(
            new ServiceId(options.id ?: '6a793f68c0eb9e7a17715835'),
            key,
            new ServiceStatus(options.status ?: 'AVAILABLE'),
            options.attachments ?: [],
            Optional.ofNullable(options.linkName),
            Optional.ofNullable(options.error),
            Optional.ofNullable(options.remoteRegions).map { new TreeSet<Region>(it) },
            new TreeSet<EndpointId>(endpoints*.id() + (options.listed ?: [])))
        new FoundService(service: service, endpoints: endpoints)
    }

    static ObservedProject foundProject(Map options = [:]) {
        ProjectId id = options.id ?: PROJECT
        List<FoundService> services = options.services ?: []
        def endpoints = new TreeMap<Address, ObservedEndpoint>()
        services.each { found ->
            found.endpoints.each { endpoints[Address.service(id, found.service.key()).endpoint(it.id())] = it }
        }
        new ObservedProject(
            id,
            Optional.ofNullable(options.name),
            Optional.ofNullable(options.regionalMode),
            new TreeSet<CloudProvider>(options.providersRead ?: CloudProvider.values().toList()),
            new TreeMap<ServiceKey, ObservedService>(services.collectEntries { [it.service.key(), it.service] }),
            endpoints,
            Optional.ofNullable(options.clusters))
    }

    static BlindSpot blind(Address address, String why = 'Atlas answered 500 Internal Server Error') {
        new BlindSpot(address, why, 'Run it again in a few minutes.')
    }

    static Comparison comparison(
            Collection<DeclaredProject> wanted,
            Collection<ObservedProject> found,
            Collection<BlindSpot> blindSpots = []) {
        Comparer.compare(Declaration.of(wanted), Observation.of(found, blindSpots))
    }
}

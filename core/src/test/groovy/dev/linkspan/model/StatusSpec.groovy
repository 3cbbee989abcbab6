package dev.linkspan.model

import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundService

import spock.lang.Specification

class StatusSpec extends Specification {

    def "every service status of the Admin API has a health, and an unknown one claims nothing"() {
        expect:
        new ServiceStatus(text).health() == health

        where:
        text               || health
        'INITIATING'       || Health.PENDING
        'AVAILABLE'        || Health.READY
        'WAITING_FOR_USER' || Health.READY
        'FAILED'           || Health.FAILED
        'DELETING'         || Health.LEAVING
        'MIGRATING'        || Health.UNKNOWN
        ''                 || Health.UNKNOWN
        'available'        || Health.UNKNOWN
    }

    def "every connection status of every cloud has a health, and an unknown one claims nothing"() {
        expect:
        new ConnectionStatus(text).health() == health

        where:
        text                 || health
        'NONE'               || Health.PENDING
        'PENDING_ACCEPTANCE' || Health.PENDING
        'PENDING'            || Health.PENDING
        'INITIATING'         || Health.PENDING
        'VERIFIED'           || Health.PENDING
        'AVAILABLE'          || Health.READY
        'REJECTED'           || Health.FAILED
        'FAILED'             || Health.FAILED
        'DELETING'           || Health.LEAVING
        'DELETED'            || Health.LEAVING
        'PAUSED'             || Health.UNKNOWN
    }

    def "an endpoint that Atlas reports an error for has failed, unless it is on its way out"() {
        expect:
        foundEndpoint(1, status: status, error: error, isDeleteRequested: deleteRequested).health() == health

        where:
        status      | error                  | deleteRequested || health
        'AVAILABLE' | null                   | false           || Health.READY
        'PENDING'   | 'rule not found'       | false           || Health.FAILED
        'AVAILABLE' | 'rule not found'       | false           || Health.FAILED
        'AVAILABLE' | null                   | true            || Health.LEAVING
        'REJECTED'  | null                   | true            || Health.LEAVING
        'DELETING'  | 'rule not found'       | false           || Health.LEAVING
        'PAUSED'    | null                   | false           || Health.UNKNOWN
    }

    def "a forwarding rule that has failed is told, whatever is said of its endpoint: #status and #rules"() {
        given:
        def shown = rules.withIndex().collect { rule, i ->
            new ObservedEndpoint.Rule("grp-$i", Optional.empty(), new ConnectionStatus(rule), Optional.empty())
        }
        def endpoint = new ObservedEndpoint(EndpointId.gcp('grp'), EndpointAttributes.NONE, new ConnectionStatus(status), false,
            Optional.ofNullable(error), Optional.empty(), shown)

        expect:
        endpoint.failure().orElse(null) == told
        endpoint.errorMessage().orElse(null) == error
        endpoint.health() == health

        where:
        status       | error     | rules                        || told                                                                               | health
        'AVAILABLE'  | null      | ['AVAILABLE', 'AVAILABLE']   || null                                                                               | Health.READY
        'AVAILABLE'  | null      | ['AVAILABLE', 'FAILED']      || 'forwarding rules that have failed, 1 of 2: grp-1'                                  | Health.FAILED
        'AVAILABLE'  | null      | ['FAILED']                   || 'forwarding rules that have failed, 1 of 1: grp-0'                                  | Health.FAILED
        'INITIATING' | null      | ['INITIATING', 'AVAILABLE']  || null                                                                               | Health.PENDING
        'INITIATING' | null      | ['FAILED', 'FAILED']         || 'forwarding rules that have failed, 2 of 2: grp-0, grp-1'                           | Health.FAILED
        'FAILED'     | null      | ['FAILED', 'DELETING']       || 'forwarding rules that have failed, 1 of 2: grp-0'                                  | Health.FAILED
        'FAILED'     | null      | ['FAILED', 'FAILED']         || null                                                                               | Health.FAILED
        'FAILED'     | 'no rule' | ['FAILED', 'AVAILABLE']      || 'no rule'                                                                          | Health.FAILED
        'DELETING'   | null      | ['DELETING', 'FAILED']       || 'forwarding rules that have failed, 1 of 2: grp-1'                                  | Health.LEAVING
        'AVAILABLE'  | null      | ['FAILED'] * 6 + 'AVAILABLE' || 'forwarding rules that have failed, 6 of 7: grp-0, grp-1, grp-2, grp-3, grp-4 and others' | Health.FAILED
    }

    def "a service that Atlas reports an error for has failed, unless it is on its way out"() {
        expect:
        foundService(status: status, error: error).service.health() == health

        where:
        status       | error        || health
        'INITIATING' | null         || Health.PENDING
        'INITIATING' | 'no room'    || Health.FAILED
        'DELETING'   | 'no room'    || Health.LEAVING
    }

    def "an error message without words is none"() {
        expect:
        foundEndpoint(1, error: text).errorMessage().isEmpty()
        foundEndpoint(1, error: text).health() == Health.READY
        foundService(error: text).service.errorMessage().isEmpty()

        where:
        text << ['', ' ']
    }
}

package dev.linkspan.audit.service

import static dev.linkspan.model.Samples.comparison

import dev.linkspan.audit.ProjectAudit
import dev.linkspan.model.ProjectEvent
import dev.linkspan.model.RandomWorld
import java.time.Instant
import spock.lang.Rollup
import spock.lang.Specification

class ProjectAuditJsonSpec extends Specification {

    static final EVENTS = [
        new ProjectEvent('INTERFACE_ENDPOINT_DELETED', Instant.parse('2026-11-20T14:03:00.5Z'), Optional.of('alice@acme.example'), Optional.empty())]

    @Rollup
    def "what one worker writes another reads as the same"() {
        given:
        def world = new RandomWorld(seed)
        def compared = comparison(world.wanted, world.found, world.blindSpots)
        def audits = compared.projects().collect { ProjectAudit.of(it, compared.blindSpots()).mapping { finding -> finding.with(EVENTS) } }

        expect:
        audits.every { ProjectAuditJson.read(ProjectAuditJson.text(it)) == it }

        where:
        seed << (0..<100)
    }
}

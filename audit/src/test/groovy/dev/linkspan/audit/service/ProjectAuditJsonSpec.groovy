package dev.linkspan.audit.service

import static dev.linkspan.model.Samples.comparison

import dev.linkspan.audit.ProjectAudit
import dev.linkspan.model.RandomWorld
import spock.lang.Rollup
import spock.lang.Specification

class ProjectAuditJsonSpec extends Specification {

    @Rollup
    def "what one worker writes another reads as the same"() {
        given:
        def world = new RandomWorld(seed)
        def compared = comparison(world.wanted, world.found, world.blindSpots)
        def audits = compared.projects().collect { ProjectAudit.of(it, compared.blindSpots()) }

        expect:
        audits.every { ProjectAuditJson.read(ProjectAuditJson.text(it)) == it }

        where:
        seed << (0..<100)
    }
}

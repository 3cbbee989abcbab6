package dev.linkspan.dsl

import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class SpecLoaderSpec extends Specification {

    @TempDir
    Path folder

    def 'a plain spec becomes a declaration'() {
        given:
        def file = folder.resolve('a.groovy')
        Files.writeString(file, '''
            project('5e2211c17a3e5a48f5497de3') {
                regionalMode true
                aws('us-east-1') {
                    remoteRegions 'eu-west-1'
                    endpoint 'vpce-0d00c26273372c6ef'
                }
            }
            ''')

        when:
        def loaded = new SpecLoader(file.parent).load([file], [:])

        then:
        loaded.diagnostics().all() == []
        def project = loaded.declaration().projects()[new ProjectId('5e2211c17a3e5a48f5497de3')]
        project.regionalMode() == Optional.of(true)
        def service = project.services()[Regions.parse(CloudProvider.AWS, 'us-east-1')]
        service.endpoints().keySet() == [EndpointId.aws('vpce-0d00c26273372c6ef')] as Set
        service.remoteRegions().get()*.cloudName() == ['eu-west-1']
    }
}

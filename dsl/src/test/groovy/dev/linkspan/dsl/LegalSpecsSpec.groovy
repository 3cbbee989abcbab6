package dev.linkspan.dsl

import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.UnmanagedPolicy
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Specs as people write them, and what they declare. */
class LegalSpecsSpec extends Specification {

    @TempDir
    Path folder

    def 'a legal spec declares what it says: #name'() {
        when:
        def loaded = SpecTexts.load(folder, [env: 'prod'], text)

        then:
        loaded.diagnostics().all()*.id().every { it == 'gcp-without-port-mapping' }
        drawn(loaded) == expected

        where:
        [name, expected, text] << Tables.entries('legal.txt')
    }

    /** {@code p{options} region[endpoints;remote regions]!}, one service after the other. */
    private static String drawn(LoadedSpecs loaded) {
        loaded.declaration().projects().values().collect { drawn(it) }.join('; ')
    }

    private static String drawn(DeclaredProject it) {
        def options = [it.regionalMode().map { it ? 'regional' : 'zonal' }.orElse(null),
                       it.unmanaged() == UnmanagedPolicy.REPORT ? null : it.unmanaged(),
                       it.isProtected() ? 'protected' : null].findAll()
        (it.ref().value() + (options ? '{' + options.join(',') + '}' : '') + ' ' + it.services().values().collect { drawn(it) }.join('; ')).trim()
    }

    private static String drawn(DeclaredService it) {
        def endpoints = it.endpoints().values().collect { drawn(it) + (it.isProtected() ? '!' : '') }
        it.key().toString() + '[' + endpoints.join(',') + it.remoteRegions().map { ';' + it*.cloudName().join(',') }.orElse('') + ']' + (it.isProtected() ? '!' : '')
    }

    private static String drawn(DeclaredEndpoint it) {
        def attributes = it.attributes()
        it.id().value().replaceFirst('vpce-0{16}', '').replaceFirst('.*/', '') +
              [attributes.gcpProject().orElse(''), attributes.ip().orElse(''), *attributes.addresses().collect { name, ip -> "$name=$ip" }].findAll().collect { "@$it" }.join('')
    }
}

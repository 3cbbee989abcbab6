package dev.linkspan.cli.settings

import dev.linkspan.atlas.http.Credentials
import dev.linkspan.model.Secret
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class OfferedCredentialsSpec extends Specification {

    @TempDir
    Path folder

    static final KEY = [MONGODB_ATLAS_PUBLIC_API_KEY: 'pub', MONGODB_ATLAS_PRIVATE_API_KEY: 'priv']
    static final ACCOUNT = [MONGODB_ATLAS_CLIENT_ID: 'id', MONGODB_ATLAS_CLIENT_SECRET: 'sec']
    static final TOKEN = [MONGODB_ATLAS_ACCESS_TOKEN: 'tok']

    def "a token goes before a service account, and that before an API key"() {
        expect:
        credentials(environment) == expected

        where:
        environment           || expected
        TOKEN + ACCOUNT + KEY || new Credentials.AccessToken(new Secret('tok'))
        ACCOUNT + KEY         || new Credentials.ServiceAccount('id', new Secret('sec'))
        KEY                   || new Credentials.ApiKey('pub', new Secret('priv'))
    }

    def "both spellings of an API key are read, and the longer one first"() {
        expect:
        credentials(environment) == new Credentials.ApiKey('pub', new Secret('priv'))

        where:
        environment << [
                [MONGODB_ATLAS_PUBLIC_KEY: 'pub', MONGODB_ATLAS_PRIVATE_KEY: 'priv'],
                [MONGODB_ATLAS_PUBLIC_API_KEY: 'pub', MONGODB_ATLAS_PRIVATE_KEY: 'priv'],
                KEY + [MONGODB_ATLAS_PUBLIC_KEY: 'other', MONGODB_ATLAS_PRIVATE_KEY: 'other'],
                [MONGODB_ATLAS_PUBLIC_API_KEY: ' pub\n', MONGODB_ATLAS_PRIVATE_API_KEY: 'priv\n'],
        ]
    }

    def "the stronger place decides the kind, and a weaker one may hold the other half"() {
        given:
        own(yaml)

        expect:
        credentials(environment) == expected

        where:
        yaml                                   | environment                               || expected
        '{access-token: tok}'                  | KEY                                       || new Credentials.ApiKey('pub', new Secret('priv'))
        '{client-id: id}'                      | [MONGODB_ATLAS_CLIENT_SECRET: 'sec']      || new Credentials.ServiceAccount('id', new Secret('sec'))
        '{client-id: id, client-secret: sec}'  | [:]                                       || new Credentials.ServiceAccount('id', new Secret('sec'))
        '{public-key: pub, private-key: "${env:MONGODB_ATLAS_PRIVATE_KEY}"}' | [MONGODB_ATLAS_PRIVATE_KEY: 'priv'] || new Credentials.ApiKey('pub', new Secret('priv'))
    }

    def "half a pair names the other half, an empty variable included: #environment"() {
        when:
        credentials(environment)

        then:
        def problem = thrown(SettingsProblem)
        problem.message == message
        !problem.usage

        where:
        environment                                                              || message
        [MONGODB_ATLAS_PUBLIC_KEY: 'pub']                                        || 'MONGODB_ATLAS_PUBLIC_KEY is set, but MONGODB_ATLAS_PRIVATE_API_KEY is not'
        [MONGODB_ATLAS_PRIVATE_API_KEY: 'priv']                                  || 'MONGODB_ATLAS_PRIVATE_API_KEY is set, but MONGODB_ATLAS_PUBLIC_API_KEY is not'
        [MONGODB_ATLAS_CLIENT_ID: 'id'] + KEY                                    || 'MONGODB_ATLAS_CLIENT_ID is set, but MONGODB_ATLAS_CLIENT_SECRET is not'
        [MONGODB_ATLAS_CLIENT_ID: 'id', MONGODB_ATLAS_CLIENT_SECRET: '']         || 'MONGODB_ATLAS_CLIENT_ID is set, but MONGODB_ATLAS_CLIENT_SECRET is not; set, but empty: MONGODB_ATLAS_CLIENT_SECRET'
        [MONGODB_ATLAS_ACCESS_TOKEN: ' ']                                        || 'No Atlas credentials are set; set, but empty: MONGODB_ATLAS_ACCESS_TOKEN'
        [:]                                                                      || 'No Atlas credentials are set'
    }

    def "commands that need no credentials are not troubled by half a pair, and nothing prints a secret"() {
        when:
        def settings = load(environment)

        then:
        !settings.toString().contains('s3cret')

        where:
        environment << [[MONGODB_ATLAS_PRIVATE_KEY: 's3cret'], KEY + [MONGODB_ATLAS_PRIVATE_API_KEY: 's3cret']]
    }

    private Credentials credentials(Map<String, String> environment) {
        load(environment).credentials()
    }

    private Settings load(Map<String, String> environment) {
        new SettingsLoader(environment, folder, folder).load(Optional.empty(), CommandLineSettings.none())
    }

    private void own(String credentials) {
        def file = folder.resolve('.config/linkspan/linkspan.yaml')
        Files.createDirectories(file.parent)
        Files.writeString(file, "atlas: {credentials: $credentials}")
    }
}

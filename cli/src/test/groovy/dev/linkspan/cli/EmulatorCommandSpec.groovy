package dev.linkspan.cli

import dev.linkspan.time.Sleeper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class EmulatorCommandSpec extends Specification {

    @TempDir
    Path folder

    CliRun cli

    def setup() {
        cli = new CliRun(folder)
    }

    def "it answers while it runs, and ends when it is interrupted"() {
        given:
        int status = 0
        String url = null
        cli.sleeper = { duration ->
            url = cli.out.readLines()[0]
            status = get("$url/api/atlas/v2/groups")
            throw new InterruptedException()
        } as Sleeper

        expect:
        cli.run('emulator') == 0
        url ==~ 'http://127\\.0\\.0\\.1:\\d+'
        status == 401
        cli.err.contains("export MONGODB_ATLAS_BASE_URL=$url")
        cli.err.contains('export MONGODB_ATLAS_PUBLIC_API_KEY=demo')

        when:
        get("$url/api/atlas/v2/groups")

        then:
        thrown(IOException)
    }

    def "its own API key is taken, and not repeated"() {
        given:
        cli.sleeper = { throw new InterruptedException() } as Sleeper

        expect:
        cli.run('emulator', '--public-key', 'me', '--private-key', 's3cret', '--speed', '60') == 0
        !(cli.out + cli.err).contains('s3cret')
        cli.err.contains('LINKSPAN_WAIT_SPEED=60')
    }

    def "what cannot be is wrong usage: #options"() {
        expect:
        cli.run('emulator', *options) == 64
        cli.err.contains(said)

        where:
        options                              || said
        ['--port', '70000']                  || '70000'
        ['--port', 'http']                   || "'http'"
        ['--speed', '0']                     || '0'
        ['--public-key', 'me']               || '--private-key'
        ['--fault', '999 on GET /']          || "'503 on GET"
        ['extra']                            || "'extra'"
    }

    def "a state file that cannot be used is told: #text"() {
        given:
        if (text != null) {
            cli.file('state.json', text)
        }

        expect:
        cli.run('emulator', '--state', 'state.json') == 1
        cli.err.startsWith('error: ')
        cli.err.contains('state.json')
        !cli.err.contains('\tat ')

        where:
        text << [null, '{', '{"projects": [{"id": "x"}]}']
    }

    private static int get(String url) {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode()
    }
}

package dev.linkspan.examples

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import dev.linkspan.audit.history.HistoryPlace
import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.time.Sleeper
import dev.linkspan.time.TestTime
import io.fabric8.kubernetes.api.model.Container
import io.fabric8.kubernetes.api.model.KubernetesResource
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim
import io.fabric8.kubernetes.api.model.PodTemplateSpec
import io.fabric8.kubernetes.api.model.Service
import io.fabric8.kubernetes.api.model.apps.Deployment
import io.fabric8.kubernetes.api.model.batch.v1.CronJob
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom
import java.util.concurrent.TimeUnit
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.Phases
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What examples/nightly has to copy: each file is what it seems to be, and each line that calls linkspan does its work. */
class NightlySpec extends Specification {

    private static final FOLDER = Scenario.EXAMPLES.resolve('nightly')
    private static final PAGE = Files.readString(FOLDER.resolve('README.md'))
    private static final KINDS = [PersistentVolumeClaim, CronJob, Deployment, Service, NetworkPolicy].collectEntries { [it.simpleName, it] }
    private static final UNITS = ['linkspan-audit.service', 'linkspan-audit.timer', 'linkspan-alarm@.service', 'linkspan-serve.service']
    private static final YAML = new YAMLMapper()

    @TempDir
    Path folder
    TestTime time = new TestTime()
    Sleeper sleeper = time
    def out = new ByteArrayOutputStream()
    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(time).start()

    def setup() {
        // As a map of Kubernetes is mounted: each file a link, into a hidden folder that is a link itself.
        def data = Files.createDirectories(folder.resolve('atlas/..2026_11_25'))
        Files.copy(Scenario.EXAMPLES.resolve('quickstart/payments.groovy'), data.resolve('payments.groovy'))
        Files.createSymbolicLink(folder.resolve('atlas/..data'), Path.of('..2026_11_25'))
        Files.createSymbolicLink(folder.resolve('atlas/payments.groovy'), Path.of('..data/payments.groovy'))
    }

    def 'every file is one that the page names, and the page names no other'() {
        given:
        def files = Files.walk(FOLDER).withCloseable { it.filter(Files::isRegularFile).toList() }
            .collect { FOLDER.relativize(it).toString().replace(File.separator, '/') } - 'README.md'

        expect:
        files.toSorted() == (PAGE =~ /\]\(([^)]+)\)/).collect { it[1] }.findAll { !it.startsWith('..') }.unique().toSorted()
    }

    def 'the audit of #file keeps its report in the history: findings first, and nothing once specs are applied'() {
        given:
        def command = audit(file)

        expect:
        command.contains('--remember')
        run(command) == 2
        run('apply', '--yes', folder.resolve('atlas').toString()) == 0
        run(command) == 0
        run('history', '--history', folder.resolve('history.db').toString(), '--format', 'csv') == 0
        out.toString('UTF-8').readLines().size() == 3

        where:
        file << ['systemd/linkspan-audit.service', 'kubernetes/cronjob.yaml', 'github-actions.yml', 'gitlab-ci.yml', 'Jenkinsfile']
    }

    def 'findings are no failure where #file calls linkspan, and all else is: #status'() {
        given:
        def script = "linkspan() { return $status; }\n" + scripts(file).find { it.contains('linkspan audit') }
        def shell = new ProcessBuilder('/bin/sh', '-e', '-c', script).directory(folder.toFile()).redirectErrorStream(true).start()

        expect:
        shell.inputReader().text == ''
        shell.waitFor() == ends

        where:
        file                      | status || ends
        'kubernetes/cronjob.yaml' | 0      || 0
        'kubernetes/cronjob.yaml' | 1      || 1
        'kubernetes/cronjob.yaml' | 2      || 0
        'kubernetes/cronjob.yaml' | 3      || 3
        'kubernetes/cronjob.yaml' | 64     || 64
        'github-actions.yml'      | 0      || 0
        'github-actions.yml'      | 1      || 1
        'github-actions.yml'      | 2      || 0
        'github-actions.yml'      | 3      || 1
        'gitlab-ci.yml'           | 2      || 2
        'gitlab-ci.yml'           | 3      || 3
    }

    def 'systemd, GitLab and Jenkins tell findings from failures by status'() {
        expect:
        directives('systemd/linkspan-audit.service').SuccessExitStatus == ['2']
        directives('systemd/linkspan-serve.service').SuccessExitStatus == ['143']
        directives('systemd/linkspan-serve.service').RestartPreventExitStatus == ['64']
        documents('gitlab-ci.yml')[0]['nightly audit'].allow_failure == [exit_codes: [2]]
        text('Jenkinsfile').contains('if (status == 2) {')
    }

    def 'the service of #file answers its probes and shows the figures that alerts ask for'() {
        given:
        def command = service(file)
        Map<String, HttpResponse<String>> seen = [:]
        whenIdle { base ->
            seen = (['/report.json', '/metrics'] + probes).collectEntries { [it, eventually(base + it)] }
        }

        expect:
        run(command.collect { it.endsWith(':8321') ? '127.0.0.1:0' : it } + ['--now', '--heartbeat', '400ms']) == 0
        seen.values()*.statusCode() == [200] * seen.size()
        command[command.indexOf('--listen') + 1] == listen

        and: 'alerts ask for figures that there are, with labels that they have'
        def rules = documents('prometheus-rules.yaml')[0].groups*.rules.flatten()
        rules.size() == 4
        rules.collectMany { (it.expr =~ /(linkspan_\w+)(?:\{(\w+="\w+"))?/).collect { [it[1], it[2] ?: ''] } }.every { metric, label ->
            seen['/metrics'].body().readLines().any { it =~ "^$metric\\b" && it.contains(label) }
        }

        where:
        file                             | listen           | probes
        'systemd/linkspan-serve.service' | '127.0.0.1:8321' | ['/healthz']
        'kubernetes/deployment.yaml'        | '0.0.0.0:8321'   | paths(file)
    }

    def 'manifests hold nothing that the Kubernetes API does not have: #file'() {
        expect:
        resources(file).collectMany { unknown(it) } == []
        resources(file)*.kind == kinds

        where:
        file                      | kinds
        'kubernetes/cronjob.yaml' | ['PersistentVolumeClaim', 'CronJob']
        'kubernetes/deployment.yaml' | ['Deployment', 'Service', 'NetworkPolicy']
    }

    def 'a field that the Kubernetes API does not have is noticed'() {
        expect:
        unknown(YAML.convertValue([kind: 'Deployment', spec: [template: [spec: [containers: [[readyProbe: [:]]]]]]], Deployment)) == ['readyProbe']
    }

    def 'a pod of #file may do nothing that it need not'() {
        given:
        def pod = pod(file).spec
        def container = pod.containers.first()

        expect:
        pod.automountServiceAccountToken == false
        pod.enableServiceLinks == false
        pod.securityContext.runAsNonRoot
        pod.securityContext.runAsUser == 10001L
        pod.securityContext.seccompProfile.type == 'RuntimeDefault'
        container.securityContext.readOnlyRootFilesystem
        container.securityContext.allowPrivilegeEscalation == false
        container.securityContext.capabilities.drop == ['ALL']
        container.resources.limits.memory == container.resources.requests.memory
        !container.image.endsWith(':latest')

        and: 'credentials come from a secret, as do all variables but the place of the history'
        container.envFrom*.secretRef*.name == ['linkspan']
        container.env*.name == (file.contains('deployment') ? ['LINKSPAN_HISTORY_URL'] : [])
        container.env.every { HistoryPlace.parse(it.value, folder, Optional.empty()) instanceof HistoryPlace.Postgres }

        and: 'the image has that user'
        text('Dockerfile').contains("--uid ${pod.securityContext.runAsUser} ")
        text('Dockerfile').contains("USER ${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}\n")

        where:
        file << ['kubernetes/cronjob.yaml', 'kubernetes/deployment.yaml']
    }

    def 'workers are told apart, found, scraped and asked on one port, and have time to end'() {
        given:
        def (Deployment deployment, Service service, NetworkPolicy policy) = resources('kubernetes/deployment.yaml')
        def template = deployment.spec.template
        def container = template.spec.containers.first()

        expect:
        deployment.spec.replicas == 2
        deployment.spec.strategy.type == 'Recreate'
        [deployment.spec.selector.matchLabels, service.spec.selector, policy.spec.podSelector.matchLabels].every { template.metadata.labels.entrySet().containsAll(it.entrySet()) }
        container.ports*.containerPort == [8321]
        service.spec.ports*.port == [8321]
        template.metadata.annotations == ['prometheus.io/scrape': 'true', 'prometheus.io/port': '8321', 'prometheus.io/path': '/metrics']
        ([container.startupProbe, container.livenessProbe, container.readinessProbe]*.httpGet*.port*.value +
            [service.spec.ports[0].targetPort.value, policy.spec.ingress[0].ports[0].port.value]).every { it == container.ports[0].name }
        container.livenessProbe.httpGet.path == '/healthz'
        container.readinessProbe.httpGet.path == '/readyz'
        template.spec.terminationGracePeriodSeconds > 20
    }

    def 'the settings of the page are settings, and its variables are variables'() {
        given:
        def variables = blocks('').collectMany { it.readLines() }.collect { it.split('=')[0] }
        def guide = Files.readString(Scenario.EXAMPLES.resolveSibling('docs/settings.md'))

        expect:
        blocks('yaml').size() == 1
        Files.writeString(folder.resolve('linkspan.yaml'), blocks('yaml')[0])
        run('audit', '--no-notify', '--settings', folder.resolve('linkspan.yaml').toString(), folder.resolve('atlas').toString()) in [2, 3]
        variables.size() == 4
        variables.every { guide.contains("`$it`") }
    }

    def 'a pipeline takes no action that can change under its name'() {
        given:
        def used = documents('github-actions.yml')[0].jobs.values()*.steps.flatten()*.uses.findAll { it && !it.startsWith('./') }

        expect:
        used.size() == 2
        used.every { it ==~ /[\w-]+\/[\w-]+@[0-9a-f]{40}/ }
    }

    def 'the Jenkinsfile is Groovy'() {
        when:
        def unit = new CompilationUnit()
        unit.addSource('Jenkinsfile', text('Jenkinsfile'))
        unit.compile(Phases.CONVERSION)

        then:
        noExceptionThrown()
    }

    @Requires(value = { Files.isExecutable(Path.of('/usr/bin/systemd-analyze')) }, reason = 'systemd-analyze is not there')
    def 'systemd takes the units'() {
        given:
        def units = Files.createDirectory(folder.resolve('units'))
        UNITS.each { Files.writeString(units.resolve(it), text("systemd/$it").replace('/opt/linkspan/linkspan.sh', '/bin/true')) }
        def verify = new ProcessBuilder(['systemd-analyze', 'verify', *UNITS]).directory(units.toFile()).redirectErrorStream(true).start()

        expect:
        verify.inputReader().text == ''
        verify.waitFor() == 0
    }

    def 'an image holds what a build makes, and has no shell between signals and Java'() {
        given:
        def launcher = Files.readString(Scenario.EXAMPLES.resolveSibling('linkspan'))

        expect:
        launcher.contains('jar=$target/linkspan.jar') && launcher.contains('$target/lib')
        text('Dockerfile').contains('COPY --from=build /src/cli/target/linkspan.jar /opt/linkspan/linkspan.jar\nCOPY --from=build /src/cli/target/lib /opt/linkspan/lib\n')
        text('linkspan.sh').readLines().last() ==~ /exec java .* -jar \/opt\/linkspan\/linkspan\.jar "\$@"/
        Files.isExecutable(FOLDER.resolve('linkspan.sh'))
    }

    private static String text(String file) {
        Files.readString(FOLDER.resolve(file))
    }

    private static List<Map<String, ?>> documents(String file) {
        YAML.readerFor(Map).readValues(text(file)).readAll()
    }

    private static List<KubernetesResource> resources(String file) {
        documents(file).collect { YAML.convertValue(it, KINDS[it.kind]) }
    }

    /** The names of fields that a resource was given and does not have. */
    private static List<String> unknown(Object it) {
        if (it instanceof Map) {
            return it.values().collectMany { unknown(it) }
        }
        if (it instanceof Collection) {
            return it.collectMany { unknown(it) }
        }
        if (!it?.class?.name?.startsWith('io.fabric8.kubernetes.api.model')) {
            return []
        }
        (it.hasProperty('additionalProperties') ? it.additionalProperties*.key : []) + it.properties.findAll { name, value -> name != 'additionalProperties' }.values().collectMany { unknown(it) }
    }

    private static PodTemplateSpec pod(String file) {
        resources(file).findResult { it instanceof CronJob ? it.spec.jobTemplate.spec.template : it instanceof Deployment ? it.spec.template : null }
    }

    private static List<String> paths(String file) {
        Container container = pod(file).spec.containers.first()
        [container.startupProbe, container.livenessProbe, container.readinessProbe]*.httpGet*.path.unique()
    }

    private static Map<String, List<String>> directives(String unit) {
        text(unit).readLines().findAll { it =~ /^\w+=/ }.collect { it.split('=', 2) }.groupBy { it[0] }.collectEntries { name, all -> [name, all*.getAt(1)] }
    }

    /** What a shell runs. */
    private static List<String> scripts(String file) {
        switch (file) {
            case 'github-actions.yml': return documents(file)[0].jobs.values()*.steps.flatten()*.run.findAll()
            case 'gitlab-ci.yml': return documents(file)[0]['nightly audit'].script
            case 'Jenkinsfile': return (text(file) =~ /(?s)'''(.*?)'''/).collect { it[1] }
            default: return pod(file).spec.containers.first().args
        }
    }

    private List<String> audit(String file) {
        file.startsWith('systemd') ? started(file) : words((scripts(file).find { it.contains('linkspan audit') } =~ /linkspan (audit [^|\n]*)/)[0][1].toString())
    }

    private List<String> service(String file) {
        file.startsWith('systemd') ? started(file) : pod(file).spec.containers.first().args.collect { here(it) }
    }

    private List<String> started(String unit) {
        words((directives(unit).ExecStart[0] =~ /^\/opt\/linkspan\/linkspan\.sh (.*)/)[0][1].toString())
    }

    private List<String> words(String line) {
        (line =~ /'([^']*)'|(\S+)/).collect { here((it[1] ?: it[2]).toString()) }
    }

    /** The same, with this test's places. */
    private String here(String word) {
        word.replace('/etc/linkspan/atlas', folder.resolve('atlas').toString())
            .replaceAll(/^atlas\/$/, folder.resolve('atlas').toString())
            .replace('%S/linkspan', folder.toString()).replace('/var/lib/linkspan', folder.toString())
            .replace('${CREDENTIALS_DIRECTORY}', folder.resolve('credentials').toString())
    }

    private int run(List<String> arguments) {
        run(*arguments)
    }

    private int run(String... arguments) {
        def credentials = Files.createDirectories(folder.resolve('credentials')).resolve('linkspan.yaml')
        if (!Files.exists(credentials)) {
            Files.writeString(credentials, "atlas: {credentials: {client-id: $AtlasEmulator.DEMO_CLIENT_ID, client-secret: $AtlasEmulator.DEMO_CLIENT_SECRET}}")
        }
        out.reset()
        def surroundings = new Surroundings(
                [MONGODB_ATLAS_BASE_URL: emulator.baseUrl(), LINKSPAN_HISTORY_URL: folder.resolve('history.db').toString()] + (arguments.contains('--settings')
                    ? [:]
                    : [MONGODB_ATLAS_CLIENT_ID: AtlasEmulator.DEMO_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET: AtlasEmulator.DEMO_CLIENT_SECRET]),
                folder,
                folder,
                InputStream.nullInputStream(),
                Surroundings.Terminals.none(),
                time,
                sleeper,
                { new SecureRandom() })
        LinkspanCli.run(surroundings, new PrintStream(out, true, 'UTF-8'), new PrintStream(OutputStream.nullOutputStream()), arguments)
    }

    /** The worker's own thread sleeps until it is interrupted; everything else happens on others. */
    private void whenIdle(Closure<?> look) {
        sleeper = { duration ->
            if (duration.toDays() > 1000) {
                look.call(out.toString('UTF-8').readLines()[0] - ~'/$')
                throw new InterruptedException()
            }
            time.sleep(duration)
        } as Sleeper
    }

    /** The page, as soon as it is there. */
    private static HttpResponse<String> eventually(String address) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        HttpResponse<String> answer = null
        while (answer?.statusCode() != 200 && System.nanoTime() < end) {
            Thread.onSpinWait()
            answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
        }
        answer
    }

    /** The blocks of the page in a language. */
    private static List<String> blocks(String language) {
        (PAGE =~ /(?ms)^```(\w*)\n(.*?)^```$/).findAll { it[1] == language }.collect { it[2] }
    }
}

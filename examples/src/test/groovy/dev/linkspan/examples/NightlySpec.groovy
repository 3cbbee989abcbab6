package dev.linkspan.examples

import dev.linkspan.cli.LinkspanCli
import dev.linkspan.cli.Surroundings
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.time.Sleeper
import dev.linkspan.time.TestTime
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.SecureRandom
import java.util.concurrent.TimeUnit
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The files in examples/nightly: that each can be read by what it is for, and that what it runs is done. */
class NightlySpec extends Specification {

    private static final NIGHTLY = Scenario.EXAMPLES.resolve('nightly')
    private static final SECRETS = [MONGODB_ATLAS_CLIENT_ID: AtlasEmulator.DEMO_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET: AtlasEmulator.DEMO_CLIENT_SECRET,
        LINKSPAN_HISTORY_PASSWORD: 'not asked for by a file']

    @TempDir
    Path folder
    TestTime time = new TestTime()
    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(time).start()
    String errors

    def setup() {
        def specs = Files.createDirectories(folder.resolve('specs'))
        Files.copy(Scenario.EXAMPLES.resolve('quickstart/payments.groovy'), specs.resolve('payments.groovy'))
        assert run([:], ['apply', '--yes', specs.toString()]) == 0
    }

    def 'the unit audits, keeps its history and its report where it may write, and has its credentials from a file'() {
        given:
        def service = unit('systemd/linkspan-audit.service').Service
        def command = service.ExecStart.split(' ').dropWhile { it != '/opt/linkspan/linkspan.jar' }.tail()

        expect:
        run([:], command.collect { it.replace('/etc/linkspan/atlas', "$folder/specs").replace('/var/lib/linkspan', folder.toString()) }) == 0
        errors == ''
        Files.exists(folder.resolve('audit.html'))
        service.StateDirectory == 'linkspan'
        service.EnvironmentFile == '/etc/linkspan/credentials'
        !service.containsKey('SuccessExitStatus')
    }

    def 'the timer has a moment that there is, and makes up for a night that was missed'() {
        given:
        def timer = unit('systemd/linkspan-audit.timer')

        expect:
        timer.Timer.OnCalendar ==~ /\*-\*-\* ([01]\d|2[0-3]):[0-5]\d:[0-5]\d UTC/
        timer.Timer.Persistent == 'yes' || timer.Timer.Persistent == 'true'
        timer.Install.WantedBy == 'timers.target'
    }

    @Requires({ Files.isExecutable(Path.of('/usr/bin/systemd-analyze')) })
    def 'systemd takes #unit'() {
        given:
        def process = new ProcessBuilder('systemd-analyze', 'verify', NIGHTLY.resolve("systemd/$unit").toString()).redirectErrorStream(true).start()

        expect:
        process.waitFor(30, TimeUnit.SECONDS)
        !process.inputStream.text.readLines().any { it.contains('Unknown') || it.contains('Failed to parse') }

        where:
        unit << ['linkspan-audit.service', 'linkspan-audit.timer']
    }

    def 'the nightly Job audits once, is not tried again, and may do nothing else'() {
        given:
        def job = documents('kubernetes/cronjob.yaml')[0]
        def pod = job.spec.jobTemplate.spec.template.spec

        expect:
        job.kind == 'CronJob'
        job.spec.concurrencyPolicy == 'Forbid'
        job.spec.jobTemplate.spec.backoffLimit == 0
        pod.restartPolicy == 'Never'
        isConfined(pod)
        run(environment(pod), arguments(pod)) == 0
        errors == ''
    }

    def 'the Deployment serves, answers the probes, and may do nothing else'() {
        given:
        def (deployment, service) = documents('kubernetes/deployment.yaml')
        def template = deployment.spec.template
        def container = template.spec.containers[0]
        def port = container.ports[0].containerPort

        expect:
        deployment.kind == 'Deployment'
        isConfined(template.spec)
        deployment.spec.selector.matchLabels.every { template.metadata.labels[it.key] == it.value }
        service.spec.selector == deployment.spec.selector.matchLabels
        service.spec.ports[0].port == port
        template.metadata.annotations['prometheus.io/port'] == "$port".toString()
        container.args.contains("0.0.0.0:$port".toString())
        template.spec.terminationGracePeriodSeconds > 20

        and:
        [container.startupProbe, container.livenessProbe, container.readinessProbe]*.httpGet*.path + template.metadata.annotations['prometheus.io/path'] ==
            ['/healthz', '/healthz', '/readyz', '/metrics']
        run(environment(template.spec), arguments(template.spec).collect { it.replace("0.0.0.0:$port", '127.0.0.1:0') }) == 0
    }

    def 'the image has what the build makes, runs as the user that the pods have, and starts what the unit starts'() {
        given:
        def lines = Files.readAllLines(NIGHTLY.resolve('Dockerfile'))
        def pods = [documents('kubernetes/cronjob.yaml')[0].spec.jobTemplate.spec.template.spec, documents('kubernetes/deployment.yaml')[0].spec.template.spec]

        expect:
        lines.findAll { it.startsWith('COPY --from=build') }.collect { it.split(' ')[2] - '/src/' } == ['cli/target/linkspan.jar', 'cli/target/lib']
        pods*.securityContext*.runAsUser.every { lines.contains("USER $it".toString()) }
        lines.last() == 'ENTRYPOINT ["java", "-jar", "/opt/linkspan/linkspan.jar"]'
        unit('systemd/linkspan-audit.service').Service.ExecStart.contains(' -jar /opt/linkspan/linkspan.jar ')
    }

    def 'every file is one that the page names'() {
        given:
        def files = Files.walk(NIGHTLY).withCloseable { it.filter { Files.isRegularFile(it) }.toList() }.collect { NIGHTLY.relativize(it).toString() }

        expect:
        files.toSorted() - 'README.md' == (NIGHTLY.resolve('README.md').toFile().text =~ /\]\(([^.)][^)]*)\)/).collect { it[1] }.unique().toSorted()
    }

    // ---- how files are read

    private static List<Map> documents(String file) {
        new Yaml().loadAll(Files.readString(NIGHTLY.resolve(file))).toList()
    }

    /** The sections of a unit; none of these has a key twice. */
    private static Map<String, Map<String, String>> unit(String file) {
        def sections = [:]
        def section = null
        Files.readAllLines(NIGHTLY.resolve(file)).findAll { it && !it.startsWith('#') }.each { line ->
            if (line ==~ /\[\w+]/) {
                section = sections.computeIfAbsent(line[1..-2]) { [:] }
            } else {
                def (key, value) = line.split('=', 2)
                assert !section.containsKey(key)
                section[key] = value
            }
        }
        sections
    }

    private static boolean isConfined(Map pod) {
        def container = pod.containers[0]
        def security = container.securityContext
        pod.securityContext.runAsNonRoot && !pod.automountServiceAccountToken && security.readOnlyRootFilesystem &&
            !security.allowPrivilegeEscalation && security.capabilities.drop == ['ALL'] && container.resources.limits.memory &&
            container.volumeMounts*.name.toSet() == pod.volumes*.name.toSet()
    }

    private List<String> arguments(Map pod) {
        pod.containers[0].args.collect { it.toString().replace('/specs', "$folder/specs") }
    }

    /** What the container has, but for a database that nobody has here. */
    private Map<String, String> environment(Map pod) {
        def named = pod.containers[0].env.collectEntries { [it.name, it.value] }
        assert named.LINKSPAN_HISTORY_URL.startsWith('postgresql://')
        named + [LINKSPAN_HISTORY_URL: folder.resolve('history.db').toString()]
    }

    private int run(Map<String, String> environment, List<String> arguments) {
        def err = new ByteArrayOutputStream()
        def surroundings = new Surroundings(
            SECRETS + [MONGODB_ATLAS_BASE_URL: emulator.baseUrl()] + environment,
            folder,
            folder,
            InputStream.nullInputStream(),
            Surroundings.Terminals.none(),
            time,
            { duration ->
                // A service that has nothing more to do than to wait has done what can be seen here.
                if (duration.toDays() > 1000) {
                    throw new InterruptedException()
                }
                time.sleep(duration)
            } as Sleeper,
            { new SecureRandom() })
        int status = LinkspanCli.run(surroundings, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true), arguments as String[])
        errors = err.toString(StandardCharsets.UTF_8)
        status
    }
}

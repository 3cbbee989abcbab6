package dev.linkspan.cli

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The shell script at the root of the repository, with a Java and a Maven that only tell how they were called. */
@Requires({ !os.windows })
class LauncherSpec extends Specification {

    private static final LAUNCHER = Path.of('../linkspan')

    @TempDir
    Path folder

    private Path tree
    private Path tools
    private final Map<String, String> environment = [LANG: 'C']
    private String out
    private String err

    def setup() {
        tree = Files.createDirectories(folder.resolve('a tree'))
        tools = Files.createDirectories(folder.resolve('tools'))
        Files.copy(LAUNCHER, tree.resolve('linkspan'))
        tree.resolve('linkspan').toFile().executable = true
        source('core/src/main/java/A.java')
        source('pom.xml')
        executable(tools.resolve('mvn'), MAVEN)
        environment.PATH = "$tools:${System.getenv('PATH')}".toString()
        environment.JAVA_HOME = jdk('jdk-99', '99.0.1')
    }

    def "the first run builds, in one line of progress; the next one only runs"() {
        expect:
        run(linkspan, 'plan', 'a b', '*') == 7
        err == 'building linkspan …\n'
        out.readLines().takeRight(3) == ['plan', 'a b', '*']
        called('mvn') == 1

        and:
        run(linkspan) == 7
        err.empty
        called('mvn') == 1
    }

    def "what is newer than the build is built again: #what"() {
        given:
        run(linkspan)
        age()
        change(tree)

        when:
        run(linkspan)

        then:
        called('mvn') == 2

        where:
        what                    | change
        'a source was changed'  | { Path it -> it.resolve('core/src/main/java/A.java').toFile().text = 'changed' }
        'a source was removed'  | { Path it -> it.resolve('core/src/main/java/A.java').toFile().delete() }
        'the build was changed' | { Path it -> it.resolve('pom.xml').toFile().text = 'changed' }
        'the jar was removed'   | { Path it -> it.resolve('cli/target/linkspan.jar').toFile().delete() }
    }

    def "a failed build shows the end of its log, runs nothing, and is tried again"() {
        given:
        executable(tools.resolve('mvn'), 'echo "cannot compile A.java"; exit 1')

        expect:
        run(linkspan) == 1
        out.empty
        err.contains('cannot compile A.java\nlinkspan: the build failed')

        when:
        executable(tools.resolve('mvn'), MAVEN)

        then:
        run(linkspan) == 7
    }

    def "a lock that a killed build left behind stops nobody"() {
        given:
        def lock = Files.createDirectories(tree.resolve('cli/target/building'))
        lock.resolve('pid').toFile().text = '999999999\n'

        expect:
        run(linkspan) == 7
    }

    def "it is found through relative and absolute symbolic links, from any folder"() {
        given:
        def bin = Files.createDirectories(folder.resolve('bin dir'))
        Files.createSymbolicLink(bin.resolve('first'), Path.of('../a tree/linkspan'))
        Files.createSymbolicLink(folder.resolve('second'), bin.resolve('first'))
        environment.PATH = "$folder:$environment.PATH".toString()

        expect:
        run(name == 'second' ? name : folder.resolve(name).toString()) == 7

        where:
        name << ['second', 'bin dir/first', './second']
    }

    def "the newest Java of JAVA_HOME and the PATH is taken"() {
        given:
        environment.JAVA_HOME = jdk('from JAVA_HOME', inHome)
        Files.createSymbolicLink(tools.resolve('javac'), Path.of(jdk('from PATH', onPath), 'bin', 'javac'))

        when:
        run(linkspan)

        then:
        out.readLines()[0] == "java of $taken"

        where:
        inHome     | onPath     || taken
        '98.0.2'   | '99'       || 'from PATH'
        '99.0.1'   | '98.0.2'   || 'from JAVA_HOME'
        '99-ea'    | '1.8.0'    || 'from JAVA_HOME'
    }

    def "Java hears of terminals, of an encoding that knows umlauts, and of more options"() {
        given:
        environment.LINKSPAN_JAVA_OPTIONS = '-Xmx1g -Da=b'

        when:
        run(linkspan)

        then:
        out.contains('\n-Dlinkspan.terminals=\n')
        out.contains('\nlocale C.UTF-8\n')
        out.contains('\n-Xmx1g\n-Da=b\n-jar\n')
    }

    def "the class archive is made once for each build, and a torn one never gets its name"() {
        given:
        folder.resolve('no-archive').toFile().createNewFile()

        expect: 'two trials: what a run with a network loads, then what one without does'
        run(linkspan) == 7
        archives.empty

        when:
        folder.resolve('no-archive').toFile().delete()
        2.times { run(linkspan) }

        then:
        called('archive') == 3
        archives == ['classes-99.0.1.jsa']
        out.contains("\n-XX:SharedArchiveFile=${tree.toRealPath()}/cli/target/classes-99.0.1.jsa\n")

        when:
        age()
        tree.resolve('cli/target/linkspan.jar').toFile().text = 'built anew'
        2.times { run(linkspan) }

        then:
        called('archive') == 4
    }

    private List<String> getArchives() {
        tree.resolve('cli/target').toFile().list().findAll { it.startsWith('classes') }
    }

    private static final MAVEN = '''
        [ "$1 $2" = "-B -ntp" ] || exit 9
        while [ "$1" != -f ]; do shift; done
        target=${2%/pom.xml}/cli/target
        mkdir -p "$target/lib"
        echo jar >"$target/linkspan.jar"
        echo noise
    '''

    private String getLinkspan() {
        tree.resolve('linkspan')
    }

    private int run(String... command) {
        def builder = new ProcessBuilder('sh', '-c', '"$0" "$@"', *command)
        builder.environment().clear()
        builder.environment().putAll(environment)
        def process = builder.directory(folder.toFile())
                .redirectOutput(folder.resolve('out').toFile())
                .redirectError(folder.resolve('err').toFile())
                .start()
        assert process.waitFor(30, TimeUnit.SECONDS)
        out = folder.resolve('out').toFile().text
        err = folder.resolve('err').toFile().text
        process.exitValue()
    }

    private String jdk(String name, String version) {
        def home = folder.resolve(name)
        home.resolve('release').toFile().tap { it.parentFile.mkdirs() }.text = "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"$version\"\n"
        executable(home.resolve('bin/javac'), 'exit 0')
        executable(home.resolve('bin/java'), """
            case \$1 in
                -XX:ArchiveClassesAtExit=*)
                    echo classes >"\${1#*=}"
                    echo called >>'$folder/archive.calls'
                    [ ! -f '$folder/no-archive' ]
                    exit
                    ;;
            esac
            echo "java of $name"
            echo "locale \$LC_ALL"
            printf '%s\\n' "\$@"
            exit 7
        """)
        home
    }

    private void executable(Path file, String script) {
        Files.createDirectories(file.parent)
        file.toFile().text = "#!/bin/sh\necho called >>'$folder/${file.fileName}.calls'\n${script.stripIndent()}\n"
        file.toFile().executable = true
    }

    private int called(String tool) {
        folder.resolve("${tool}.calls").toFile().readLines().size()
    }

    private void source(String path) {
        def file = tree.resolve(path)
        Files.createDirectories(file.parent)
        file.toFile().text = 'x'
    }

    /** As if the build had been a while ago: file times may be no finer than a second. */
    private void age() {
        def past = FileTime.from(Instant.now().minusSeconds(60))
        Files.walk(tree).withCloseable { files -> files.forEach { Files.setLastModifiedTime(it, past) } }
    }
}

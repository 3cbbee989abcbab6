package dev.linkspan.cli;

import dev.linkspan.cli.view.Style;
import dev.linkspan.emulator.AtlasEmulator;
import dev.linkspan.emulator.state.AtlasState;
import dev.linkspan.emulator.state.ClusterState;
import dev.linkspan.emulator.state.ClusterType;
import dev.linkspan.emulator.state.ProjectState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code linkspan demo}. */
@Command(
        name = "demo",
        header = "Shows plan, apply and audit against an emulated Atlas in this very process.",
        description = {"%nNeeds no account and no network, and leaves nothing behind. Takes a few seconds.%n"},
        footerHeading = "%nExample:%n",
        footer = {"  linkspan demo"})
final class DemoCommand implements LinkspanCommand {

    private static final String SPEC = "payments.groovy";
    private static final String LOST_ENDPOINT = "vpce-08fb7e9319909ec7b";

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "60",
            description = "How many times faster than Atlas the emulated one is (default: 60).")
    private int speed;

    @Override
    public ExitStatus run(Session session) {
        try {
            var folder = Files.createTempDirectory("linkspan-demo-");
            try (var emulator =
                    AtlasEmulator.builder().state(atlas()).speed(speed).start()) {
                return new Show(session, emulator, folder, speed).play();
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One cluster, in the regions of the spec; regional mode is for sharded ones. */
    private static AtlasState atlas() {
        var cluster =
                ClusterState.of("Cluster0", "AWS/us-east-1", "AWS/eu-west-1").ofType(ClusterType.SHARDED);
        return AtlasState.of(ProjectState.of(AtlasEmulator.DEMO_PROJECT, "demo").withClusters(List.of(cluster)));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One performance. */
    private static final class Show {

        private final Session session;
        private final AtlasEmulator emulator;
        private final Path folder;
        private final int speed;
        private final Surroundings stage;
        private boolean isAsExpected = true;

        Show(Session session, AtlasEmulator emulator, Path folder, int speed) {
            this.session = session;
            this.emulator = emulator;
            this.folder = folder;
            this.speed = speed;
            this.stage = stage(session.surroundings());
        }

        ExitStatus play() throws IOException {
            var spec = folder.resolve("quickstart").resolve(SPEC);
            Files.createDirectories(spec.getParent());
            try (var in = DemoCommand.class.getResourceAsStream("quickstart/" + SPEC)) {
                Files.copy(in, spec, StandardCopyOption.REPLACE_EXISTING);
            }
            say("An emulated Atlas runs at " + emulator.baseUrl() + ", " + speed
                    + " times as fast as the real one. The spec, quickstart/" + SPEC + ":");
            session.out().text("\n" + Files.readString(spec).indent(4));
            say("What would change?");
            linkspan(ExitStatus.DONE, "plan", "quickstart");
            say("Make it so, wait until it is, and show how to connect.");
            linkspan(ExitStatus.DONE, "apply", "quickstart", "--yes", "--journal", "journal.jsonl");
            say("A second plan finds nothing to do. With --detailed-exitcode, status 0 says so to a script.");
            linkspan(ExitStatus.DONE, "plan", "quickstart", "--detailed-exitcode");
            say("Somebody deletes an endpoint behind our back. The nightly audit notices, and ends with status 2.");
            emulator.removeEndpoint(AtlasEmulator.DEMO_PROJECT, LOST_ENDPOINT);
            linkspan(ExitStatus.PENDING, "audit", "quickstart");
            say(isAsExpected ? "That is all. README.md says how to go on." : "The demo did not go as it should.");
            return isAsExpected ? ExitStatus.DONE : ExitStatus.FAILED;
        }

        private void say(String text) {
            session.out().line();
            session.out().line(session.out().in(Style.STRONG, "# " + text));
        }

        private void linkspan(ExitStatus expected, String... arguments) {
            session.out().line();
            session.out().line("$ linkspan " + String.join(" ", arguments));
            int status = session.again(stage, arguments);
            if (status != expected.code()) {
                isAsExpected = false;
                session.errors().line("This ended with status " + status + ", not " + expected.code() + ".");
            }
        }

        private Surroundings stage(Surroundings real) {
            var environment = new HashMap<String, String>();
            if (real.environment().containsKey("NO_COLOR")) {
                environment.put("NO_COLOR", real.environment().get("NO_COLOR"));
            }
            environment.put("MONGODB_ATLAS_BASE_URL", emulator.baseUrl());
            environment.put("MONGODB_ATLAS_PUBLIC_API_KEY", AtlasEmulator.DEMO_PUBLIC_KEY);
            environment.put("MONGODB_ATLAS_PRIVATE_API_KEY", AtlasEmulator.DEMO_PRIVATE_KEY);
            environment.put("LINKSPAN_WAIT_SPEED", Integer.toString(speed));
            environment.put("LINKSPAN_LOG_LEVEL", "info");
            return new Surroundings(
                    environment,
                    folder,
                    folder,
                    real.input(),
                    real.terminals(),
                    real.clock(),
                    real.sleeper(),
                    real.random());
        }
    }
}

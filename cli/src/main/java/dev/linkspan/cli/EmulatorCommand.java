package dev.linkspan.cli;

import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.emulator.AtlasEmulator;
import dev.linkspan.emulator.state.AtlasState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code linkspan emulator}. */
@Command(
        name = "emulator",
        header = "Runs an emulated Atlas on this machine, for trials and tests, until it is interrupted.",
        description = {
            "%nThe first line of standard output is its address. Without --state it has one project,"
                    + " 5e2211c17a3e5a48f5497de3, named demo.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan emulator --port 8080 --speed 60",
            "  linkspan emulator --fault '503 on GET /groups/... times 2'",
            "  linkspan emulator --state atlas.json --public-key me --private-key secret"
        })
final class EmulatorCommand implements LinkspanCommand {

    private static final Duration UNTIL_INTERRUPTED = Duration.ofDays(100_000);

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "Where to listen, on this machine only (default: any free port).")
    private int port;

    @Option(names = "--state", paramLabel = "FILE", description = "What is there at the start.")
    private Path state;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            description = "How many times faster than Atlas services and endpoints come and go (default: 1).")
    private double speed = 1;

    @Option(
            names = "--public-key",
            paramLabel = "KEY",
            description = "Accept this API key, and none of the usual credentials.")
    private String publicKey;

    @Option(names = "--private-key", paramLabel = "SECRET", description = "The other half of that API key.")
    private String privateKey;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "Let something go wrong: KIND on METHOD PATH [times N] [after N] [retry-after SECONDS]."
                    + " May be repeated.")
    private List<String> faults = new ArrayList<>();

    @Override
    public ExitStatus run(Session session) {
        Optional<AtlasState> start = state == null ? Optional.of(AtlasState.demo()) : read(session);
        if (start.isEmpty()) {
            return ExitStatus.FAILED;
        }
        try (var emulator = started(start.get(), session.surroundings().clock())) {
            tell(session, emulator);
            session.surroundings().sleeper().sleep(UNTIL_INTERRUPTED);
        } catch (InterruptedException end) {
            session.errors().line("The emulator has ended.");
        }
        return ExitStatus.DONE;
    }

    private AtlasEmulator started(AtlasState start, Clock clock) {
        if ((publicKey == null) != (privateKey == null)) {
            throw new ParameterException(
                    command.commandLine(), "--public-key and --private-key belong together; say both or neither");
        }
        try {
            var builder =
                    AtlasEmulator.builder().port(port).speed(speed).state(start).clock(clock);
            faults.forEach(builder::fault);
            if (publicKey != null) {
                builder.apiKey(publicKey, privateKey);
            }
            return builder.start();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(command.commandLine(), refused.getMessage(), refused);
        }
    }

    /** Empty for a file that cannot be used, which is told then. */
    private Optional<AtlasState> read(Session session) {
        try {
            return Optional.of(
                    AtlasState.read(session.surroundings().workingDirectory().resolve(state)));
        } catch (IllegalArgumentException refused) {
            new ProblemView(session.errors()).print(refused.getMessage(), "");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The state file " + state + " cannot be read: " + FileFault.reason(e), e);
        }
    }

    private void tell(Session session, AtlasEmulator emulator) {
        session.out().line(emulator.baseUrl());
        var errors = session.errors();
        errors.line("An emulated Atlas listens there until it is interrupted. To use it, in another terminal:");
        errors.line();
        errors.line("  export MONGODB_ATLAS_BASE_URL=" + emulator.baseUrl());
        errors.line(
                "  export MONGODB_ATLAS_PUBLIC_API_KEY=" + (publicKey == null ? AtlasEmulator.DEMO_PUBLIC_KEY : "…"));
        errors.line("  export MONGODB_ATLAS_PRIVATE_API_KEY="
                + (privateKey == null ? AtlasEmulator.DEMO_PRIVATE_KEY : "…"));
        if (speed != 1) {
            errors.line("  export LINKSPAN_WAIT_SPEED=" + wholeIfPossible(speed));
        }
    }

    private static String wholeIfPossible(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

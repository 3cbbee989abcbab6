package dev.linkspan.cli;

import dev.linkspan.time.Sleeper;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everything that a run may see of the world besides its arguments and Atlas.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param workingDirectory where relative paths start
 * @param input where answers to questions are read from
 * @param terminals which of the three standard streams are terminals
 * @param random makes what jitter and client nonces are drawn from: unpredictable outside tests
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        Path workingDirectory,
        InputStream input,
        Terminals terminals,
        Clock clock,
        Sleeper sleeper,
        Supplier<RandomGenerator> random) {

    public Surroundings {
        environment = Map.copyOf(environment);
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(terminals, "terminals");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(sleeper, "sleeper");
        Objects.requireNonNull(random, "random");
    }

    /** Where what outlives a run is kept, by the XDG Base Directory Specification. */
    Path stateFolder() {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return (state.isEmpty() ? home.resolve(".local/state") : Path.of(state)).resolve("linkspan");
    }

    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("").toAbsolutePath(),
                System.in,
                Terminals.parse(System.getProperty("linkspan.terminals", ""), System.getProperty("linkspan.width", "")),
                Clock.systemUTC(),
                Sleeper.real(),
                SecureRandom::new);
    }

    /**
     * Which streams are terminals. Java cannot tell them apart, so the launcher asks the shell and says it in system
     * properties; a stream it says nothing about counts as a pipe.
     *
     * @param width columns of the terminal
     */
    public record Terminals(boolean input, boolean output, boolean errors, int width) {

        private static final int USUAL_WIDTH = 80;
        private static final int LEAST_WIDTH = 20;

        /** Everything is a pipe or a file. */
        public static Terminals none() {
            return new Terminals(false, false, false, USUAL_WIDTH);
        }

        /**
         * @param streams the numbers of the streams that are terminals, such as {@code 012}
         * @param columns a number; anything else means 80
         */
        static Terminals parse(String streams, String columns) {
            int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
            return new Terminals(
                    streams.contains("0"),
                    streams.contains("1"),
                    streams.contains("2"),
                    width >= LEAST_WIDTH ? width : USUAL_WIDTH);
        }
    }
}

package dev.linkspan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output that remembers what went wrong. A reader that has seen enough ({@code | head}) is no failure, and must
 * not stop work on Atlas half-way; a full disk is one, since the result is lost.
 */
final class StandardOutput {

    private final Remembering remembering;
    private final PrintStream stream;

    private StandardOutput(OutputStream target) {
        this.remembering = new Remembering(target);
        this.stream = new PrintStream(remembering, false, StandardCharsets.UTF_8);
    }

    static StandardOutput open() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    static StandardOutput over(OutputStream target) {
        return new StandardOutput(target);
    }

    PrintStream stream() {
        return stream;
    }

    /** @return the status, or a failure where a result that should be there is lost */
    int close(int status, PrintStream err) {
        stream.flush();
        var lost = remembering.failure.filter(it -> !isGoneReader(it));
        if (lost.isPresent() && status != ExitStatus.USAGE.code()) {
            err.print("error: The result cannot be written: " + lost.get().getMessage() + "\n");
            return ExitStatus.FAILED.code();
        }
        return status;
    }

    private static boolean isGoneReader(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    private static final class Remembering extends FilterOutputStream {

        private Optional<IOException> failure = Optional.empty();

        Remembering(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure.or(() -> Optional.of(e));
                throw e;
            }
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }
    }
}

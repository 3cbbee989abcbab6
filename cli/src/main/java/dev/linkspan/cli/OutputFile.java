package dev.linkspan.cli;

import dev.linkspan.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that a command writes: it holds what it held before or the whole new text, never half of it.
 *
 * @param noun what is in it, for messages
 */
record OutputFile(Path path, String noun) {

    /**
     * Before the work, not after it.
     *
     * @throws Refusal when it cannot be written
     */
    void checkWritable() {
        boolean fits = isDevice()
                ? Files.isWritable(path)
                : !Files.isDirectory(path)
                        && Files.isDirectory(folder(path))
                        && Files.isWritable(folder(path))
                        && (!Files.exists(path) || Files.isWritable(path));
        if (!fits) {
            throw new Refusal(
                    "unwritable-" + noun.replace(' ', '-'),
                    "The " + noun + " cannot be written to " + path,
                    "Name a file in a folder that exists and that you may write to.");
        }
    }

    void write(String text) {
        try {
            // A file that takes the place of /dev/null, or of a pipe, would be there for everybody.
            if (isDevice()) {
                Files.writeString(path, text, StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(path) ? path.toRealPath() : path, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The " + noun + " cannot be written to " + path + ": " + FileFault.reason(e), e);
        }
    }

    private static void replace(Path target, String text) throws IOException {
        // Not a temporary file of Java's: those can be read by nobody but their owner.
        var draft = folder(target).resolve(".linkspan-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private boolean isDevice() {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }
}

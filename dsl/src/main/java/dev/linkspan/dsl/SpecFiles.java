package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.dsl.gate.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds and reads spec files: named ones, and all {@code *.groovy} below named folders. */
final class SpecFiles {

    /** In bytes; above this a spec is refused: Groovy's parser needs some 400 times a file's size. */
    static final int LARGEST = 384 << 10;

    private static final String SUFFIX = ".groovy";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path base;
    private final List<Diagnostic> faults = new ArrayList<>();

    /** @param base an absolute path, where relative ones start */
    SpecFiles(Path base) {
        this.base = base;
    }

    List<Diagnostic> faults() {
        return faults;
    }

    /** The files in the order in which they are named, each once; those of a folder sorted by path. */
    List<Path> find(List<Path> filesOrFolders) {
        Map<Path, Path> found = new LinkedHashMap<>();
        for (Path each : filesOrFolders.stream().map(base::resolve).toList()) {
            if (Files.isDirectory(each)) {
                below(each).forEach(it -> found.putIfAbsent(real(it), it));
            } else if (Files.exists(each)) {
                found.putIfAbsent(real(each), each);
            } else {
                fault(
                        each,
                        "no-such-file",
                        "There is no such file or folder",
                        "Check the path; it is looked for from " + base + ".");
            }
        }
        return List.copyOf(found.values());
    }

    private List<Path> below(Path folder) {
        var specs = new TreeSet<Path>();
        try {
            Files.walkFileTree(folder, new SpecVisitor(folder, specs));
        } catch (IOException e) {
            fault(folder, "unreadable-file", "This folder cannot be read", "Check its permissions.");
            return List.of();
        }
        if (specs.isEmpty()) {
            fault(folder, "no-specs", "There is no spec in this folder", "Specs are files that end in " + SUFFIX + ".");
        }
        return List.copyOf(specs);
    }

    /** Collects specs, tells of what it cannot read, and passes hidden folders by. */
    private final class SpecVisitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final TreeSet<Path> specs;

        SpecVisitor(Path root, TreeSet<Path> specs) {
            this.root = root;
            this.specs = specs;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isHidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file)) {
                specs.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            fault(file, "unreadable-file", "This cannot be read", "Check its permissions.");
            return FileVisitResult.CONTINUE;
        }
    }

    /** The text of a file with {@code \n} at every line's end, or nothing and a fault. */
    Optional<SourceText> read(Path file) {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            fault(file, "unreadable-file", "This file cannot be read", "Check that it is a file and its permissions.");
            return Optional.empty();
        }
        if (bytes.length > LARGEST) {
            String summary = "This spec has more than " + (LARGEST >> 10) + " KiB";
            fault(file, "too-large", summary, "Split it, or write a loop.");
            return Optional.empty();
        }
        return decode(file, bytes).map(it -> new SourceText(shown(file), it));
    }

    private Optional<String> decode(Path file, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = (int) out.chars().filter(it -> it == '\n').count() + 1;
            faults.add(Diagnostic.error(
                    "not-utf-8",
                    "This file is not UTF-8 text",
                    "Save it as UTF-8.",
                    new SourceRef(shown(file), line, 0, "")));
            return Optional.empty();
        }
        String text = out.toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            warn(
                    file,
                    "byte-order-mark",
                    "This file starts with a byte order mark, which is left out",
                    "Save it as UTF-8 without one.");
            text = text.substring(1);
        }
        if (text.isBlank()) {
            warn(file, "empty-file", "This spec is empty", "Write a project into it, or remove it.");
        }
        return Optional.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private void fault(Path file, String id, String summary, String remedy) {
        faults.add(Diagnostic.error(id, summary, remedy, SourceRef.wholeFile(shown(file))));
    }

    private void warn(Path file, String id, String summary, String remedy) {
        faults.add(Diagnostic.warning(id, summary, remedy, SourceRef.wholeFile(shown(file))));
    }

    /** As somebody who stands in the base folder would name it. */
    String shown(Path file) {
        return (file.startsWith(base) ? base.relativize(file) : file).toString();
    }
}

package dev.linkspan.apply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.linkspan.atlas.Atlas;
import dev.linkspan.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A file that says what a run was about to send, before it was sent: one JSON object a line, on disk before the call goes out. It tells
 * a run that was cut off from one that never began. Nothing reads it back; Atlas itself is the state.
 *
 * <p>Each line has {@code time}, {@code run} and {@code event}: {@code run-begins}, {@code call}, {@code answer}, {@code problem} or
 * {@code run-ends}. It holds no credential.
 */
public final class Journal implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    /** Not a channel: an interrupt, which is how a run is cancelled, would close that, and no later write could go out. */
    private final FileOutputStream file;

    private final Path path;
    private final Clock clock;
    private final String run;

    private Journal(FileOutputStream file, Path path, Clock clock, String run) {
        this.file = file;
        this.path = path;
        this.clock = clock;
        this.run = run;
    }

    /**
     * Opens a journal for one run, at the end of whatever the file holds.
     *
     * @param run tells the lines of this run from those of others
     * @throws IOException when the file cannot be made or written
     */
    public static Journal open(Path path, Clock clock, String run) throws IOException {
        Objects.requireNonNull(run, "run");
        if (path.toAbsolutePath().getParent() != null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
        }
        // The stream's own exceptions say too little of why a file cannot be had.
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        return new Journal(new FileOutputStream(path.toFile(), true), path, clock, run);
    }

    public Path path() {
        return path;
    }

    /** The same Atlas, with every write of it in this journal. */
    public Atlas over(Atlas atlas) {
        return new JournaledAtlas(atlas, this);
    }

    public void begins(Plan plan) throws IOException {
        var summary = plan.summary();
        var line = new LinkedHashMap<String, Object>();
        line.put("create", summary.creates());
        line.put("update", summary.updates());
        line.put("replace", summary.replaces());
        line.put("delete", summary.deletes());
        write("run-begins", line);
    }

    public void ends(ApplyReport report) throws IOException {
        var line = new LinkedHashMap<String, Object>();
        line.put("done", report.count(StepOutcome.Done.class));
        line.put("failed", report.count(StepOutcome.Failed.class));
        line.put("underWay", report.count(StepOutcome.UnderWay.class));
        line.put("timedOut", report.count(StepOutcome.TimedOut.class));
        line.put("interrupted", report.count(StepOutcome.Interrupted.class));
        line.put("notAttempted", report.count(StepOutcome.NotAttempted.class));
        write("run-ends", line);
    }

    /** Returns once the line is on disk. */
    synchronized void write(String event, Map<String, ?> more) throws IOException {
        var line = new ByteArrayOutputStream(256);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", clock.instant().toString());
            json.writeStringField("run", run);
            json.writeStringField("event", event);
            for (var entry : more.entrySet()) {
                json.writeFieldName(entry.getKey());
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        }
        line.write('\n');
        file.write(line.toByteArray());
        file.getFD().sync();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

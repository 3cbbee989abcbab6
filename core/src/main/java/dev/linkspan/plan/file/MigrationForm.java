package dev.linkspan.plan.file;

import dev.linkspan.plan.GcpMigration;
import java.util.Map;
import java.util.TreeMap;

/** How far a service is on its way off the older architecture of Google Cloud. */
final class MigrationForm {

    private MigrationForm() {}

    static Map<String, Object> write(GcpMigration migration) {
        return Map.of(
                "older",
                AddressText.write(migration.older()),
                "successor",
                AddressText.write(migration.successor()),
                "stage",
                Members.word(migration.stage()),
                "done",
                migration.done(),
                "next",
                migration.next().stream().map(MigrationForm::task).toList());
    }

    static GcpMigration read(Members migration) {
        return new GcpMigration(
                migration.as("older", AddressText::read),
                migration.as("successor", AddressText::read),
                migration.word("stage", GcpMigration.Stage.class),
                migration.texts("done", it -> it),
                migration.objects(
                        "next",
                        it -> new GcpMigration.Task(
                                it.text("what"), it.optional("spec", it::text), it.texts("commands", line -> line))));
    }

    private static Map<String, Object> task(GcpMigration.Task task) {
        var members = new TreeMap<String, Object>();
        members.put("what", task.what());
        task.spec().ifPresent(it -> members.put("spec", it));
        members.put("commands", task.commands());
        return members;
    }
}

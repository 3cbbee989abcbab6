package dev.linkspan.cli.view;

import dev.linkspan.plan.GcpMigration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a service is on its way off the older architecture of Google Cloud, for scripts. */
final class MigrationMembers {

    private MigrationMembers() {}

    static Map<String, Object> of(GcpMigration migration) {
        return Map.of(
                "older", migration.older().toString(),
                "successor", migration.successor().toString(),
                "phase", migration.stage().phase(),
                "stage", migration.stage().word(),
                "done", migration.done(),
                "next", migration.next().stream().map(MigrationMembers::task).toList());
    }

    private static Map<String, Object> task(GcpMigration.Task task) {
        var members = new LinkedHashMap<String, Object>();
        members.put("what", task.what());
        task.spec().ifPresent(it -> members.put("spec", it));
        members.put("commands", task.commands());
        return members;
    }
}

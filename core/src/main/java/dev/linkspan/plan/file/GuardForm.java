package dev.linkspan.plan.file;

import dev.linkspan.plan.Guard;
import java.util.Map;
import java.util.TreeMap;

/** What was permitted when the plan was made. */
final class GuardForm {

    /** Left out where it was not asked for. */
    private static final String MIGRATE_GCP = "migrateGcp";

    private GuardForm() {}

    static Map<String, Object> write(Guard guard) {
        var members = new TreeMap<String, Object>();
        members.put("allowDelete", guard.allowsDelete());
        members.put(
                "replaceable",
                guard.replaceable().stream().map(AddressText::write).toList());
        if (guard.migratesGcp()) {
            members.put(MIGRATE_GCP, true);
        }
        return members;
    }

    static Guard read(Members guard) {
        return new Guard(
                guard.flag("allowDelete"),
                guard.distinct("replaceable", AddressText::read),
                guard.optional(MIGRATE_GCP, guard::flag).orElse(false));
    }
}

package dev.linkspan.plan.file;

import dev.linkspan.plan.Guard;
import java.util.Map;
import java.util.TreeSet;

/** What was permitted when the plan was made. */
final class GuardForm {

    private GuardForm() {}

    static Map<String, Object> write(Guard guard) {
        return Map.of(
                "allowDelete",
                guard.allowsDelete(),
                "replaceable",
                new TreeSet<>(guard.replaceable())
                        .stream().map(AddressText::write).toList());
    }

    static Guard read(Members guard) {
        return new Guard(guard.flag("allowDelete"), guard.distinct("replaceable", AddressText::read));
    }
}

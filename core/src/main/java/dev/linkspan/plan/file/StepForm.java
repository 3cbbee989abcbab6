package dev.linkspan.plan.file;

import dev.linkspan.compare.Difference;
import dev.linkspan.plan.Action;
import dev.linkspan.plan.Reason;
import dev.linkspan.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line of a plan. */
final class StepForm {

    private StepForm() {}

    static Map<String, Object> write(Step step) {
        var members = step.match(new Own());
        members.put("address", AddressText.write(step.address()));
        members.put("subject", SubjectForm.write(step.subject()));
        members.put(
                "reason", Map.of("id", step.reason().id(), "text", step.reason().text()));
        return members;
    }

    static Step read(Members step) {
        var address = step.as("address", AddressText::read);
        var subject = step.object("subject", SubjectForm::read);
        var reason = step.object("reason", it -> new Reason(it.text("id"), it.text("text")));
        String action = step.text("action");
        return switch (action) {
            case "create" -> new Step.Create(address, subject, reason);
            case "update" -> new Step.Update(address, subject, differences(step), reason, notes(step));
            case "replace" -> new Step.Replace(address, subject, differences(step), reason, notes(step));
            case "delete" -> new Step.Delete(address, subject, reason, notes(step));
            case "hold" ->
                new Step.Hold(address, subject, step.optional("wanted", it -> step.word(it, Action.class)), reason);
            case "keep" -> new Step.Keep(address, subject, reason, step.text("status"), step.flag("settling"));
            default -> throw new IllegalArgumentException("'" + action + "' is no action");
        };
    }

    private static List<Difference> differences(Members step) {
        return step.objects(
                "differences", it -> new Difference(it.text("attribute"), it.text("declared"), it.text("observed")));
    }

    private static List<String> notes(Members step) {
        return step.texts("notes", it -> it);
    }

    private static Map<String, Object> write(Difference difference) {
        return Map.of(
                "attribute", difference.attribute(),
                "declared", difference.declared(),
                "observed", difference.observed());
    }

    /** What only this kind of step has. */
    private static final class Own implements Step.Cases<Map<String, Object>> {

        @Override
        public Map<String, Object> create(Step.Create it) {
            return members("create");
        }

        @Override
        public Map<String, Object> update(Step.Update it) {
            var members = members("update");
            members.put(
                    "differences",
                    it.differences().stream().map(StepForm::write).toList());
            members.put("notes", it.notes());
            return members;
        }

        @Override
        public Map<String, Object> replace(Step.Replace it) {
            var members = members("replace");
            members.put(
                    "differences",
                    it.differences().stream().map(StepForm::write).toList());
            members.put("notes", it.notes());
            return members;
        }

        @Override
        public Map<String, Object> delete(Step.Delete it) {
            var members = members("delete");
            members.put("notes", it.notes());
            return members;
        }

        @Override
        public Map<String, Object> hold(Step.Hold it) {
            var members = members("hold");
            it.wanted().ifPresent(action -> members.put("wanted", Members.word(action)));
            return members;
        }

        @Override
        public Map<String, Object> keep(Step.Keep it) {
            var members = members("keep");
            members.put("status", it.status());
            members.put("settling", it.isSettling());
            return members;
        }

        private static Map<String, Object> members(String action) {
            return new TreeMap<>(Map.of("action", action));
        }
    }
}

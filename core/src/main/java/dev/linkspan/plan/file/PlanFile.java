package dev.linkspan.plan.file;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.Refusal;
import dev.linkspan.plan.Guard;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A plan that was kept, with everything needed to make it again: format {@code linkspan.plan-file/1}, YAML. The same plan has the
 * same bytes; there is no clock in it, no credential, and no text of a spec but what it declares.
 *
 * @param baseUrl the Atlas it was made for
 * @param declaration what it was made from, with ids in place of the project names that could be looked up, so that it
 *     speaks of the same projects for ever
 * @param guard what was permitted
 * @param targets what it was restricted to; empty when to nothing
 * @param plan as it was shown
 * @param observation of what Atlas showed then
 */
public record PlanFile(
        URI baseUrl, Declaration declaration, Guard guard, List<Target> targets, Plan plan, Fingerprint observation) {

    static final String FORMAT = "linkspan.plan-file/1";

    private static final String FORMAT_NAME = FORMAT.replaceFirst("/.*", "/");
    private static final String CONTENT = "content";
    private static final String PLAN_AGAIN = "Plan again: linkspan plan SPEC --out plan.yaml.";

    public PlanFile {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(guard, "guard");
        targets = List.copyOf(targets);
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(observation, "observation");
    }

    /** The same question put to another answer of Atlas. */
    public Plan planAgain(Comparison now) {
        return plan.again(now, guard, targets);
    }

    /** The whole file. */
    public String text() {
        var prints = new TreeMap<String, Object>();
        prints.put("declaration", Fingerprint.of(declaration).value());
        prints.put("observation", observation.value());
        var members = content();
        members.put("fingerprints", prints);
        prints.put(CONTENT, Fingerprint.of(members).value());
        return Tree.yaml(members);
    }

    /**
     * Reads a file that {@link #text()} was written to.
     *
     * @param name what people call the file, for messages
     * @throws Refusal for a file that cannot be read, is no plan, has another format version, or was edited
     */
    public static PlanFile read(Path file, String name) {
        try {
            if (Files.size(file) > Tree.LONGEST) {
                throw notAPlan(name, "it is too large");
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
            return parse(text.toString(), name);
        } catch (NoSuchFileException e) {
            throw new Refusal("no-plan-file", "There is no file " + name, "Check its path.");
        } catch (CharacterCodingException e) {
            throw notAPlan(name, "it is not UTF-8 text");
        } catch (IOException e) {
            throw new Refusal(
                    "unreadable-plan-file", name + " cannot be read", "Check that it is a file, and its permissions.");
        }
    }

    static PlanFile parse(String text, String name) {
        try {
            var members = Members.map(Tree.read(text));
            checkFormat(members, name);
            if (!contentFits(members)) {
                throw new Refusal(
                        "edited-plan-file",
                        name + " was changed after it was saved: its content and its fingerprint do not fit",
                        "A plan is not edited; change the specs. " + PLAN_AGAIN);
            }
            return Members.whole(members, "", PlanFile::from);
        } catch (Fault fault) {
            throw notAPlan(name, fault.getMessage());
        }
    }

    private static void checkFormat(Map<String, Object> members, String name) {
        if (!(members.get("format") instanceof String format) || !format.startsWith(FORMAT_NAME)) {
            throw notAPlan(name, "its format is not " + FORMAT);
        }
        if (!format.equals(FORMAT)) {
            throw new Refusal(
                    "unknown-plan-file-version",
                    name + " has the format " + format + ", and this version of Linkspan reads " + FORMAT,
                    "Use the version of Linkspan that made it, or plan again.");
        }
    }

    private static boolean contentFits(Map<String, Object> members) {
        var prints = new TreeMap<>(Members.map(members.get("fingerprints")));
        var told = prints.remove(CONTENT);
        var rest = new TreeMap<>(members);
        rest.put("fingerprints", prints);
        return Fingerprint.of(rest).value().equals(told);
    }

    private static PlanFile from(Members file) {
        file.text("format");
        var declaration = file.object("declaration", DeclarationForm::read);
        return new PlanFile(
                file.as("baseUrl", URI::create),
                declaration,
                file.object("guard", GuardForm::read),
                file.texts("targets", Target::new),
                file.object("plan", PlanForm::read),
                file.object("fingerprints", it -> observation(it, declaration)));
    }

    private static Fingerprint observation(Members prints, Declaration declaration) {
        prints.as(CONTENT, Fingerprint::new);
        if (!prints.as("declaration", Fingerprint::new).equals(Fingerprint.of(declaration))) {
            throw new Fault("fingerprints.declaration", "this is another declaration's");
        }
        return prints.as("observation", Fingerprint::new);
    }

    private Map<String, Object> content() {
        var members = new TreeMap<String, Object>();
        members.put("format", FORMAT);
        members.put("baseUrl", baseUrl.toString());
        members.put("declaration", DeclarationForm.write(declaration));
        members.put("guard", GuardForm.write(guard));
        members.put("targets", targets.stream().map(Target::pattern).toList());
        members.put("plan", PlanForm.write(plan));
        return members;
    }

    private static Refusal notAPlan(String name, String why) {
        return new Refusal("not-a-plan-file", name + " is not a saved plan: " + why, PLAN_AGAIN);
    }
}

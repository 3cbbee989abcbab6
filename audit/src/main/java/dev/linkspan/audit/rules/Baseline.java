package dev.linkspan.audit.rules;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A rules file that suppresses what an audit has found, for a start with a house that is not in order yet. */
public final class Baseline {

    /** How long such rules hold: somebody has to look at each of them before it ends. */
    public static final int DAYS = 90;

    private Baseline() {}

    /**
     * The text of the file. What could not be seen is not in it, and neither is what rules suppress already.
     *
     * @param owner who answers for the rules
     * @param today in UTC
     */
    public static String of(AuditReport report, String owner, LocalDate today) {
        var rules = report.findings().stream()
                .filter(it -> !it.isSuppressed() && !it.kind().isAboutRules() && it.kind() != Finding.Kind.NOT_SEEN)
                .map(it -> rule(it, owner, today))
                .toList();
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setSplitLines(false);
        return "# Written by 'linkspan audit --write-rules' on " + today
                + ". Give each rule that stays its own reason.\n" + new Yaml(style).dump(Map.of("rules", rules));
    }

    private static Map<String, Object> rule(ReportedFinding finding, String owner, LocalDate today) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("address", finding.address().toString());
        rule.put("kind", finding.kind().word());
        rule.put("reason", "Found on " + today + ", not looked at yet");
        rule.put("owner", owner);
        rule.put("until", today.plusDays(DAYS).toString());
        return rule;
    }
}

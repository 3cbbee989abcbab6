package dev.linkspan.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of regions in which Atlas runs clusters, all three clouds, both spellings.
 *
 * <p>Source: the Atlas reference pages for each cloud, checked against the region enums of the Admin API. AWS names follow
 * a rule; Azure's and seven of Google Cloud's do not, hence a table.
 */
public final class Regions {

    private static final int CLOSE_ENOUGH = 3;
    private static final int MOST_SUGGESTIONS = 3;

    /** Regions of governments, of Assured Workloads and of China on all three clouds, in either spelling. */
    private static final Pattern SOVEREIGN =
            Pattern.compile("(us[-_]?(gov|dod)|cn[-_]|china).*|.*_aw", Pattern.CASE_INSENSITIVE);

    private Regions() {}

    /**
     * Reads a region in either spelling, ignoring case.
     *
     * @throws Refusal for a region that is not in the table; its remedy names the nearest ones
     */
    public static Region parse(CloudProvider provider, String text) {
        return find(provider, text).orElseThrow(() -> unknown(provider, text));
    }

    /** What Atlas shows: a region of the table, or else the text itself under both spellings. */
    public static Region shownByAtlas(CloudProvider provider, String text) {
        return find(provider, text)
                .orElseGet(() ->
                        new Region(provider, text, text.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Every region of a cloud, by the cloud's spelling. */
    public static List<Region> of(CloudProvider provider) {
        return Table.ROWS.stream().filter(it -> it.provider() == provider).toList();
    }

    private static Optional<Region> find(CloudProvider provider, String text) {
        return Table.ROWS.stream()
                .filter(it -> it.provider() == provider)
                .filter(it ->
                        it.atlasName().equalsIgnoreCase(text) || it.cloudName().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Refusal unknown(CloudProvider provider, String text) {
        String form = "Either spelling works: '" + example(provider).cloudName() + "' or '"
                + example(provider).atlasName() + "'.";
        if (SOVEREIGN.matcher(text).matches()) {
            return new Refusal(
                    "not-commercial-region",
                    "'" + text
                            + "' is a region of a government, of Assured Workloads or of China, and Linkspan knows the commercial regions only",
                    "Name a commercial region of " + provider.title() + ". " + form);
        }
        var nearest = nearest(provider, text);
        var elsewhere = Table.ROWS.stream()
                .filter(it -> it.provider() != provider)
                .filter(it ->
                        it.atlasName().equalsIgnoreCase(text) || it.cloudName().equalsIgnoreCase(text))
                .findFirst();
        String remedy = elsewhere
                .map(it -> "'" + text + "' is a region of " + it.provider().title() + ".")
                .orElse(nearest.isEmpty() ? "" : "Did you mean " + String.join(" or ", nearest) + "?");
        return new Refusal(
                "unknown-region",
                "'" + text + "' is not an Atlas region of " + provider.title(),
                remedy.isEmpty() ? form : remedy + " " + form);
    }

    private static Region example(CloudProvider provider) {
        return of(provider).get(0);
    }

    private static List<String> nearest(CloudProvider provider, String text) {
        return of(provider).stream()
                .map(it -> nearerSpelling(it, text))
                .filter(it -> it.distance() <= CLOSE_ENOUGH)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST_SUGGESTIONS)
                .map(it -> "'" + it.name() + "'")
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** The words count, not what joins them: people mix the words of one spelling with the dashes of the other. */
    private static Candidate nearerSpelling(Region region, String text) {
        var cloud = candidate(region.cloudName(), text);
        var atlas = candidate(region.atlasName(), text);
        boolean atlasWins =
                text.indexOf('_') >= 0 ? atlas.distance() <= cloud.distance() : atlas.distance() < cloud.distance();
        return atlasWins ? atlas : cloud;
    }

    private static Candidate candidate(String name, String text) {
        return new Candidate(name, Spelling.distance(wordsJoined(text), wordsJoined(name)));
    }

    private static String wordsJoined(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Loaded at first use: commands that read no region do not pay for it. */
    private static final class Table {

        static final List<Region> ROWS = read();

        private static List<Region> read() {
            try (var in = Regions.class.getResourceAsStream("regions.csv");
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(it -> !it.startsWith("#"))
                        .map(Table::row)
                        .sorted()
                        .collect(Collectors.collectingAndThen(Collectors.toCollection(ArrayList::new), List::copyOf));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Region row(String line) {
            var cells = line.split(",", -1);
            return new Region(CloudProvider.valueOf(cells[0]), cells[1], cells[2]);
        }
    }
}

package dev.linkspan.audit.report.html;

import dev.linkspan.audit.State;
import dev.linkspan.audit.Tally;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How services and endpoints are, by cloud and region: a bar for each, as long as there are many. */
record HealthChart(List<Cloud> clouds) {

    /** Of the longest bar, and of the picture that it is in. */
    static final int WIDTH = 1_000;

    /** So that one thing among thousands can be seen. */
    private static final int LEAST_WIDTH = 12;

    record Cloud(String name, List<Place> regions) {}

    record Place(String name, Bar services, Bar endpoints) {}

    record Bar(List<Segment> segments) {

        /** Such as {@code 3 ready, 1 failed}. */
        String words() {
            return segments.isEmpty()
                    ? "none"
                    : segments.stream().map(it -> it.count().words()).collect(Collectors.joining(", "));
        }

        boolean isWell() {
            return segments.stream().allMatch(it -> it.count().state() == State.READY);
        }
    }

    record Segment(StateCount count, int x, int width) {}

    static HealthChart of(Tally tally) {
        var regions = new TreeSet<Region>(tally.services().keySet());
        regions.addAll(tally.endpoints().keySet());
        int mostServices = most(tally.services());
        int mostEndpoints = most(tally.endpoints());
        var clouds = new TreeMap<CloudProvider, List<Place>>();
        for (var region : regions) {
            clouds.computeIfAbsent(region.provider(), it -> new ArrayList<>())
                    .add(new Place(
                            Shown.line(region.cloudName()),
                            bar(tally.services().getOrDefault(region, Map.of()), mostServices),
                            bar(tally.endpoints().getOrDefault(region, Map.of()), mostEndpoints)));
        }
        return new HealthChart(clouds.entrySet().stream()
                .map(it -> new Cloud(name(it.getKey()), it.getValue()))
                .toList());
    }

    /** As its maker writes it. */
    static String name(CloudProvider provider) {
        return switch (provider) {
            case AWS -> "AWS";
            case AZURE -> "Azure";
            case GCP -> "Google Cloud";
        };
    }

    private static int most(Map<Region, Map<State, Integer>> tally) {
        return tally.values().stream().mapToInt(HealthChart::sum).max().orElse(0);
    }

    private static int sum(Map<State, Integer> states) {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each state gets its least width, and of the rest its share. */
    private static Bar bar(Map<State, Integer> states, int most) {
        var counts = StateCount.ORDER.stream()
                .map(it -> new StateCount(it, states.getOrDefault(it, 0)))
                .filter(it -> it.count() > 0)
                .toList();
        int total = sum(states);
        int least = LEAST_WIDTH * counts.size();
        int rest = Math.max(0, most == 0 ? 0 : (int) ((long) WIDTH * total / most) - least);
        var segments = new ArrayList<Segment>();
        int x = 0;
        for (var count : counts) {
            int width = LEAST_WIDTH + (int) ((long) rest * count.count() / total);
            segments.add(new Segment(count, x, width));
            x += width;
        }
        return new Bar(segments);
    }
}

package dev.linkspan.emulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to strike, oldest first. Safe for use by many threads. */
public final class FaultBook {

    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {

        private final Fault fault;
        private long seen;
        private long struck;

        Entry(Fault fault) {
            this.fault = fault;
        }

        boolean isSpent() {
            return fault.times().isPresent() && struck >= fault.times().getAsLong();
        }
    }

    public synchronized void add(Fault fault) {
        entries.add(new Entry(fault));
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** Those that are not spent yet. */
    public synchronized List<Fault> faults() {
        return entries.stream()
                .filter(entry -> !entry.isSpent())
                .map(entry -> entry.fault)
                .toList();
    }

    /** The fault that this request meets. Each fault counts every request that fits it, whichever fault strikes. */
    public synchronized Optional<Fault> strike(String method, String path) {
        Entry striking = null;
        for (Entry entry : entries) {
            if (!entry.isSpent() && entry.fault.fits(method, path)) {
                entry.seen++;
                if (striking == null && entry.seen > entry.fault.after()) {
                    striking = entry;
                }
            }
        }
        if (striking == null) {
            return Optional.empty();
        }
        striking.struck++;
        entries.removeIf(Entry::isSpent);
        return Optional.of(striking.fault);
    }
}

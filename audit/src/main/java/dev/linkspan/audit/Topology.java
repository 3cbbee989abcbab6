package dev.linkspan.audit;

import dev.linkspan.model.ProjectRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Projects to draw: no more than a picture can show, those with findings before others.
 *
 * @param projects in the order of their references
 * @param leftOut how many more were audited
 */
public record Topology(List<Shape> projects, int leftOut) {

    /** The most services and endpoints that are kept. */
    public static final int MOST_THINGS = 2_000;

    public Topology {
        projects =
                projects.stream().sorted(Comparator.comparing(Shape::project)).toList();
    }

    /** Takes projects one by one and keeps what {@link Topology} has room for. */
    static final class Sketch {

        private final SortedMap<ProjectRef, Shape> clean = new TreeMap<>();
        private final SortedMap<ProjectRef, Shape> marked = new TreeMap<>();
        private int size;
        private int leftOut;

        void add(ProjectAudit project) {
            var kept = project.findings().isEmpty() ? clean : marked;
            put(kept, project.shape());
            while (size > MOST_THINGS && (clean.size() + marked.size() > 1)) {
                drop(clean.isEmpty() ? marked : clean);
            }
        }

        private void put(SortedMap<ProjectRef, Shape> kept, Shape shape) {
            kept.put(shape.project(), shape);
            size += shape.size();
        }

        /** The last in order goes, so that what is left does not depend on the order in which projects came. */
        private void drop(SortedMap<ProjectRef, Shape> kept) {
            size -= Optional.ofNullable(kept.remove(kept.lastKey()))
                    .map(Shape::size)
                    .orElse(0);
            leftOut++;
        }

        Topology topology() {
            var all = new TreeMap<>(clean);
            all.putAll(marked);
            return new Topology(List.copyOf(all.values()), leftOut);
        }
    }
}

package dev.linkspan.observe;

import dev.linkspan.atlas.Atlas;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Reads projects, some at a time, and hands each over once all of it is there, on the calling thread. What is not handed over yet
 * is all that is kept, however many projects there are.
 */
final class Readings {

    /** Enough to keep the lanes busy while one project's last answer is awaited. */
    private static final int MOST_UNDER_WAY = 32;

    private final Atlas atlas;
    private final Executor lanes;
    private final BlockingQueue<Runnable> ends = new LinkedBlockingQueue<>();

    Readings(Atlas atlas, Executor lanes) {
        this.atlas = atlas;
        this.lanes = lanes;
    }

    void each(Iterator<Sought> projects, Consumer<Sighting> taker) throws InterruptedException {
        int underWay = 0;
        while (projects.hasNext() || underWay > 0) {
            for (; underWay < MOST_UNDER_WAY && projects.hasNext(); underWay++) {
                start(projects.next(), taker);
            }
            ends.take().run();
            underWay--;
        }
    }

    /** A fault of our own comes out as itself, not wrapped. */
    private void start(Sought project, Consumer<Sighting> taker) {
        var reading = new ProjectReading(atlas, lanes, project);
        reading.start()
                .whenComplete((nothing, fault) -> ends.add(() -> {
                    if (fault != null) {
                        throw Faults.unwrapped(fault);
                    }
                    taker.accept(reading.sighting());
                }));
    }
}

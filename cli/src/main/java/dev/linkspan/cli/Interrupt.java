package dev.linkspan.cli;

import dev.linkspan.cli.view.Printer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a scheduler's request to end: asks the run to stop, and holds the process until it has said how things stand.
 */
final class Interrupt implements AutoCloseable {

    private static final int LONGEST_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(Runnable cancel, Printer errors) {
        this.hook = new Thread(
                () -> {
                    errors.line("Interrupted: nothing more is begun; calls that are out are waited for.");
                    cancel.run();
                    await();
                },
                "interrupt");
    }

    static Interrupt calls(Runnable cancel, Printer errors) {
        var interrupt = new Interrupt(cancel, errors);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void await() {
        try {
            ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            ended.countDown();
        }
    }
}

package dev.linkspan.cli;

/** One command of {@code linkspan}. Picocli fills its fields before it runs. */
interface LinkspanCommand {

    /** @throws InterruptedException when the run is cancelled */
    ExitStatus run(Session session) throws InterruptedException;
}

package dev.linkspan.audit.notify;

/** A way to tell one target. */
interface Channel {

    /**
     * Sends the news once.
     *
     * @throws DeliveryFault when they were not taken, or nobody knows whether they were
     */
    void send(News news) throws DeliveryFault, InterruptedException;
}

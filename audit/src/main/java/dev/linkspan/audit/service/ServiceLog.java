package dev.linkspan.audit.service;

/** Takes a sentence for each thing that the service does. It may hold text from Atlas, untrusted. */
@FunctionalInterface
public interface ServiceLog {
    void told(String sentence);
}

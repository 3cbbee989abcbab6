package dev.linkspan.model;

/** What a status means for somebody who wants to connect. */
public enum Health {
    /** Usable now. */
    READY,
    /** On its way; time will tell. */
    PENDING,
    /** It will not become usable by waiting. */
    FAILED,
    /** On its way out. */
    LEAVING,
    /** Atlas sent a status that this version does not know: neither good nor bad may be claimed. */
    UNKNOWN
}

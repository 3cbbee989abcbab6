package dev.linkspan.model;

/** What becomes of things that Atlas shows in a declared project and no spec declares. */
public enum UnmanagedPolicy {
    /** Plans and audits name them; nothing is changed. */
    REPORT,
    /** They are not mentioned. */
    IGNORE,
    /** Plans delete them. */
    DELETE
}

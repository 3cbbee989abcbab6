package dev.linkspan.plan;

/** What may be done to a thing in Atlas. */
public enum Action {
    CREATE,
    UPDATE,
    /** Delete it, then create it again: Atlas's own way to mend a failed endpoint. */
    REPLACE,
    DELETE
}

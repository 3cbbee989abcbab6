package dev.linkspan.emulator.wire;

/** What a credential may do in every project of the emulated Atlas. */
public enum Role {
    /** Reads only; Atlas calls it Project Read Only. */
    READER,
    /** Reads and writes; Atlas calls it Project Owner. */
    OWNER
}

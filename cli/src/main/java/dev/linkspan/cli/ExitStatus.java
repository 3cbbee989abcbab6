package dev.linkspan.cli;

/** How a command ended. The numbers are a contract: scripts depend on them. */
public enum ExitStatus {
    /** All is done and nothing is pending. */
    DONE(0),
    /** The command could not do what it was asked to do. */
    FAILED(1),
    /** There is something to do: changes, drift, or Atlas still at work. */
    PENDING(2),
    /** Something could not be read, so the answer is not known. */
    INCOMPLETE(3),
    /** The command was called wrongly; {@code EX_USAGE} of BSD's sysexits. */
    USAGE(64);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

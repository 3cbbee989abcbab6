package dev.linkspan.atlas;

import java.util.Objects;
import java.util.Optional;

/**
 * A call that Atlas refused, or that got no usable answer. Its message is fit for people: verb, path, status, Atlas's
 * error code and detail. It never holds a credential, nor the request.
 */
public final class AtlasProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, which decides the remedy. */
    public enum Kind {
        /** 401 after credentials were sent: unknown key, expired token, or another organization's project. */
        UNAUTHORIZED,
        /** 403 because the caller's IP address is not on the access list. */
        ACCESS_LIST,
        /** 401 or 403 because the role does not allow it. */
        FORBIDDEN,
        /** 402: the organization cannot be billed. */
        PAYMENT,
        /** 404 for the project itself. */
        PROJECT_NOT_FOUND,
        /** 404 for a thing inside the project or an unknown route. */
        NOT_FOUND,
        /** 409: it exists already, or is not ready for this. */
        CONFLICT,
        /** 400, 405, 406, 410 and the like: Atlas will not take this request, however often it is sent. */
        INVALID,
        /** 429 for longer than the call may wait. */
        RATE_LIMITED,
        /** 5xx, for longer than the call may wait. */
        UNAVAILABLE,
        /** No connection, a reset, or no answer in time. */
        UNREACHABLE,
        /** An answer that cannot be read: truncated or not JSON, or a required field is missing. */
        UNREADABLE,
        /** The call never went out: something on our own side that must come first failed. */
        NOT_SENT
    }

    private final Kind kind;
    private final Optional<String> errorCode;
    private final String remedy;
    private final boolean isAmbiguous;

    /**
     * @param message verb, path, status, error code and detail; no credential
     * @param errorCode Atlas's own, such as GROUP_NOT_FOUND
     * @param isAmbiguous whether the request may have been carried out although no success was seen
     */
    public AtlasProblem(
            Kind kind,
            String message,
            Optional<String> errorCode,
            String remedy,
            boolean isAmbiguous,
            Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.errorCode = Objects.requireNonNull(errorCode, "errorCode");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.isAmbiguous = isAmbiguous;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<String> errorCode() {
        return errorCode;
    }

    /** What to do next; may be empty. */
    public String remedy() {
        return remedy;
    }

    /** Whether the same call may fare better a little later. */
    public boolean isPassing() {
        return switch (kind) {
            case RATE_LIMITED, UNAVAILABLE, UNREACHABLE, UNREADABLE -> true;
            default -> false;
        };
    }

    /** Whether the request may have been carried out although no success was seen. */
    public boolean isAmbiguous() {
        return isAmbiguous;
    }
}

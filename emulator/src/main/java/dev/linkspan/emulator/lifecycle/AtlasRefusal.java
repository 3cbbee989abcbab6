package dev.linkspan.emulator.lifecycle;

import java.util.List;

/** A request that Atlas does not carry out: an HTTP status, its code, a sentence and the parameters of that sentence. */
public final class AtlasRefusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Object> parameters;

    public AtlasRefusal(int status, String code, String detail, Object... parameters) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.parameters = List.of(parameters);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> parameters() {
        return parameters;
    }
}

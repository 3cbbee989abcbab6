package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.util.Locale;
import java.util.Optional;

/** Lets requests in by digest or bearer token, and asks the others for credentials. */
final class Gate {

    private final Digest digest;
    private final Tokens tokens;

    Gate(Digest digest, Tokens tokens) {
        this.digest = digest;
        this.tokens = tokens;
    }

    Admission.Decision decide(Incoming request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            return Admission.Decision.of(Admission.CHALLENGED);
        }
        String[] parts = header.get().split(" ", 2);
        String rest = parts.length < 2 ? "" : parts[1].trim();
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "digest" -> digest.decide(request, rest);
            case "bearer" -> tokens.decide(rest);
            default -> Admission.Decision.of(Admission.REFUSED);
        };
    }

    Tokens tokens() {
        return tokens;
    }

    /** What a request gets that was not let in. */
    Answer unauthorised(Admission admission) {
        return challenge("UNEXPECTED_ERROR", "You are not authorized for this resource.", admission == Admission.STALE);
    }

    /** What a caller gets who was let in but may not do this. */
    Answer lacksRole() {
        return challenge("USER_UNAUTHORIZED", "Current user is not authorized to perform this action.", false);
    }

    /** Makes all that was handed out worthless, as if a long time had passed. */
    Answer expireAll() {
        digest.expireAll();
        tokens.revokeAll();
        return unauthorised(Admission.STALE);
    }

    private Answer challenge(String code, String detail, boolean isStale) {
        return Answer.refusal(new AtlasRefusal(401, code, detail))
                .with("WWW-Authenticate", digest.challenges(isStale).toArray(String[]::new));
    }
}

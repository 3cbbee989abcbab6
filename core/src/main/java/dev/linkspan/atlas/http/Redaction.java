package dev.linkspan.atlas.http;

import dev.linkspan.model.Secret;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes credentials out of text that others wrote: a proxy's page may repeat what it was sent. */
final class Redaction {

    /** A shorter text is nobody's credential, and taking it out would only garble what is said. */
    private static final int SHORTEST = 6;

    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();

    void hide(Secret secret) {
        if (secret.reveal().length() >= SHORTEST) {
            secrets.add(secret);
        }
    }

    String of(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            shown = shown.replace(secret.reveal(), secret.toString());
        }
        return shown;
    }
}

package dev.linkspan.atlas.http;

import dev.linkspan.model.Secret;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes credentials out of text that others wrote: a proxy's page may repeat what it was sent. */
final class Redaction {

    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();

    void hide(Secret secret) {
        secrets.add(secret);
    }

    String of(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            shown = shown.replace(secret.reveal(), secret.toString());
        }
        return shown;
    }
}

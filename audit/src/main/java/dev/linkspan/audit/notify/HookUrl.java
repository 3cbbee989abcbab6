package dev.linkspan.audit.notify;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a webhook takes notifications. Whoever knows its path can post there, so all of it but the host is a secret: it prints as its
 * host, and no refusal repeats it.
 */
public final class HookUrl {

    private static final String EXAMPLE =
            "Use one such as https://hooks.slack.com/services/T0/B0/token; http is for this machine only.";

    private static final int LAST_PORT = 65_535;

    /** A shorter part of a path is no token, and taking it out would only garble what is said. */
    private static final int SHORTEST_TOKEN = 6;

    private final Secret text;
    private final URI uri;

    private HookUrl(Secret text, URI uri) {
        this.text = text;
        this.uri = uri;
    }

    /** @throws Refusal unless it is https, or http to this machine */
    public static HookUrl of(Secret text) {
        URI uri;
        try {
            uri = new URI(text.reveal());
        } catch (URISyntaxException e) {
            throw refused("malformed-webhook", "This is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isWhole = uri.getHost() != null && uri.getPort() <= LAST_PORT && uri.getRawFragment() == null;
        if (!isWhole || !scheme.matches("https?")) {
            throw refused("malformed-webhook", "This is not the URL of a webhook");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(
                    "user-in-webhook", "The URL of a webhook holds a user name or password, which would not be sent");
        }
        if (scheme.equals("http") && !ThisMachine.is(uri.getHost())) {
            throw refused("webhook-without-tls", "The URL of a webhook on another machine would be sent in the clear");
        }
        return new HookUrl(text, uri);
    }

    private static Refusal refused(String id, String summary) {
        return new Refusal(id, summary, EXAMPLE);
    }

    /** The one part of it that may be shown. */
    public String host() {
        return uri.getHost();
    }

    /** To be sent to, and shown nowhere. */
    URI reveal() {
        return uri;
    }

    /** Others' words without what is secret: a server may repeat what it was sent. */
    String hiddenIn(String words) {
        var tokens = Stream.of(uri.getRawPath(), uri.getRawQuery() == null ? "" : uri.getRawQuery())
                .flatMap(it -> Stream.concat(Stream.of(it), Arrays.stream(it.split("[/?&=]"))));
        return Stream.concat(Stream.of(text.reveal()), tokens)
                .filter(it -> it.length() >= SHORTEST_TOKEN)
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(words, (shown, token) -> shown.replace(token, text.toString()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HookUrl that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return host();
    }
}

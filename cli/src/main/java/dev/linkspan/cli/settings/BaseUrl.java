package dev.linkspan.cli.settings;

import dev.linkspan.model.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where Atlas is. */
final class BaseUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern MONGODB = Pattern.compile("(.+\\.)?(mongodb|mongodbgov)\\.com");
    private static final String FORM =
            "Example: https://cloud.mongodb.com; http is for this machine only, as in http://localhost:8080.";

    private BaseUrl() {}

    /** @throws Refusal unless it is https, or http to this machine, with nothing behind the host and port */
    static URI parse(String text) {
        URI url = uri(text);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null
                || !scheme.matches("https?")
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new Refusal("malformed-base-url", "'" + text + "' is not the address of a server", FORM);
        }
        if (url.getRawUserInfo() != null) {
            throw new Refusal("credential-in-url", "The base URL holds a user name or password", "Remove it. " + FORM);
        }
        if (scheme.equals("http") && !isLoopback(url)) {
            throw new Refusal("insecure-base-url", "'" + text + "' would send credentials in the clear", FORM);
        }
        return URI.create(
                scheme + "://" + url.getRawAuthority() + url.getRawPath().replaceAll("/+$", ""));
    }

    /** Whether credentials may be sent there because a file says so that came with a repository. */
    static boolean isTrustworthy(URI url) {
        return isLoopback(url)
                || MONGODB.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Refusal("malformed-base-url", "'" + text + "' is not the address of a server", FORM);
        }
    }
}

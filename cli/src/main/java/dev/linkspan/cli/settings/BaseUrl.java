package dev.linkspan.cli.settings;

import dev.linkspan.atlas.http.AtlasSettings;
import dev.linkspan.model.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where Atlas is. */
final class BaseUrl {

    private static final Pattern MONGODB = Pattern.compile("(.+\\.)?(mongodb|mongodbgov)\\.com");
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private BaseUrl() {}

    /** @throws Refusal unless it is https, or http to this machine */
    static URI parse(String text) {
        try {
            return AtlasSettings.checkedBaseUrl(new URI(text));
        } catch (URISyntaxException e) {
            throw new Refusal(
                    "malformed-atlas-url",
                    "This is not a URL: " + e.getReason(),
                    "Use one such as https://cloud.mongodb.com.");
        }
    }

    /** Whether credentials may be sent there because a file says so that came with a repository. */
    static boolean isTrustworthy(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return MONGODB.matcher(host).matches() || isThisMachine(host);
    }

    static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}

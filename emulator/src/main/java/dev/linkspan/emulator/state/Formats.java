package dev.linkspan.emulator.state;

import java.util.Locale;
import java.util.regex.Pattern;

/** What ids and addresses look like; a short example of each for messages. */
public final class Formats {

    private static final Pattern OBJECT_ID = Pattern.compile("[a-f0-9]{24}");
    private static final Pattern AWS_ID = Pattern.compile("vpce-[0-9a-f]{17}");
    private static final Pattern AZURE_ID =
            Pattern.compile("/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourcegroups/[-\\w._()]+"
                    + "/providers/microsoft\\.network/privateendpoints/[-\\w._()]+");
    private static final Pattern GCP_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private Formats() {}

    /** Whether this is an id of Atlas's own. */
    public static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    /** Whether this cloud could have an endpoint of this id. Azure's ids may be in any case. */
    public static boolean isEndpointId(Cloud cloud, String text) {
        return switch (cloud) {
            case AWS -> AWS_ID.matcher(text).matches();
            case AZURE -> AZURE_ID.matcher(text.toLowerCase(Locale.ROOT)).matches();
            case GCP -> GCP_NAME.matcher(text).matches();
        };
    }

    public static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    static String endpointExample(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "vpce-0d00c26273372c6ef";
            case AZURE ->
                "/subscriptions/4e133d35-e734-4380-a565-c0945535da37/resourceGroups/acme/providers"
                        + "/Microsoft.Network/privateEndpoints/pe-app";
            case GCP -> "psc-app";
        };
    }

    static String regionExample(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "us-east-1";
            case AZURE -> "eastus2";
            case GCP -> "us-central1";
        };
    }
}

package dev.linkspan.atlas.http;

import dev.linkspan.atlas.AtlasProblem.Kind;
import java.util.Map;
import java.util.Set;

/**
 * What Atlas's statuses and error codes mean, and what to do. The status decides first: codes have been renamed and some
 * answers carry none (Atlas error reference; community reports).
 */
final class Trouble {

    static final String CHECK_URL =
            "Check the base URL: it is that of Atlas itself, such as https://cloud.mongodb.com, without the API's path.";

    private static final String LOOK_AGAIN = "Run plan again to see what Atlas has now.";

    /** 401 although the credentials are right. */
    private static final Set<String> ROLE_IS_MISSING = Set.of(
            "USER_UNAUTHORIZED",
            "NOT_IN_GROUP",
            "NOT_ORG_GROUP_CREATOR",
            "NOT_ORG_OWNER",
            "USER_CANNOT_ACCESS_GROUP",
            "USER_CANNOT_ACCESS_ORG");

    private static final Set<String> PROJECT_IS_MISSING = Set.of(
            "GROUP_NOT_FOUND",
            "GROUP_NAME_NOT_FOUND",
            "INVALID_GROUP_ID",
            "INVALID_ATLAS_GROUP",
            "NOT_ATLAS_GROUP",
            "ATLAS_GROUP",
            "ORG_NOT_FOUND");

    /** 404 for the request as a whole: it tells nothing about the thing asked for. */
    private static final Set<String> REQUEST_IS_WRONG =
            Set.of("RESOURCE_NOT_FOUND", "PROVIDER_UNSUPPORTED", "PROVIDER_NOT_FOUND");

    private static final Map<String, String> REMEDY_BY_CODE = Map.ofEntries(
            Map.entry("PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION", LOOK_AGAIN),
            Map.entry("PRIVATELINK_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION", LOOK_AGAIN),
            Map.entry("PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS", LOOK_AGAIN),
            Map.entry("PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS", "Wait until the service is AVAILABLE, then run again."),
            Map.entry(
                    "CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS",
                    "Delete the endpoints of the service first and wait until they are gone."),
            Map.entry(
                    "MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION",
                    "Several regions with several endpoints need regional mode: write regionalMode true in the project."),
            Map.entry(
                    "PRIVATELINK_INCOMPATIBLE_TOO_MANY_NODES",
                    "The clusters of this region have more nodes than a service can address; ask MongoDB support for more."),
            Map.entry("WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", "Atlas is being upgraded: run again later."));

    private Trouble() {}

    static Kind kind(int status, String code) {
        if (code.startsWith("RATE_LIMITED")) {
            return Kind.RATE_LIMITED;
        }
        return switch (status) {
            case 401 -> saysRoleIsMissing(code) ? Kind.FORBIDDEN : Kind.UNAUTHORIZED;
            case 402 -> Kind.PAYMENT;
            case 403 -> forbidden(code);
            case 404 -> PROJECT_IS_MISSING.contains(code) ? Kind.PROJECT_NOT_FOUND : Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.RATE_LIMITED;
            default -> isPassing(status) ? Kind.UNAVAILABLE : Kind.INVALID;
        };
    }

    private static Kind forbidden(String code) {
        if (code.contains("ACCESS_LIST") || code.contains("WHITELIST") || code.equals("GLOBAL_USER_OUTSIDE_SUBNET")) {
            return Kind.ACCESS_LIST;
        }
        return code.contains("UNSUPPORTED") ? Kind.INVALID : Kind.FORBIDDEN;
    }

    /** Whether a 401 with this code knows who asks, and refuses what is asked. */
    static boolean saysRoleIsMissing(String code) {
        return ROLE_IS_MISSING.contains(code);
    }

    /** Whether the same request may fare better later. */
    static boolean isPassing(int status) {
        return status >= 500 || status == 408;
    }

    /** Whether a 404 with this code says that the thing itself is not there. */
    static boolean saysAbsent(String code) {
        return !REQUEST_IS_WRONG.contains(code);
    }

    static String remedy(Kind kind, int status, String code) {
        return REMEDY_BY_CODE.getOrDefault(code, remedy(kind, status));
    }

    private static String remedy(Kind kind, int status) {
        return switch (kind) {
            case UNAUTHORIZED ->
                "Check that the key or token is right and not expired, and that it belongs to the organization of this project.";
            case ACCESS_LIST ->
                "Add the IP address of this machine to the access list of the API key or service account in Atlas.";
            case FORBIDDEN ->
                "Reading needs the role Project Read Only, changing needs Project Owner; give it to the API key or service account"
                        + " in Atlas. If it has the role, check its IP access list.";
            case PAYMENT -> "The organization needs a payment method and an active account in Atlas.";
            case PROJECT_NOT_FOUND ->
                "Check the project's id or name, and that the credentials belong to its organization.";
            case NOT_FOUND, CONFLICT -> LOOK_AGAIN;
            case INVALID -> invalid(status);
            case NOT_SENT -> "Run again.";
            case RATE_LIMITED -> "Wait a few minutes and run again; other users of this project's API count too.";
            case UNAVAILABLE -> "See https://status.mongodb.com, and run again later.";
            case UNREACHABLE -> "Check the network, the proxy and the base URL, and run again.";
            case UNREADABLE ->
                "Something between here and Atlas may have changed the answer: check the base URL and any proxy,"
                        + " and run again.";
        };
    }

    private static String invalid(int status) {
        if (status / 100 == 3) {
            return CHECK_URL;
        }
        return switch (status) {
            case 406, 410 ->
                "This server does not offer the API version asked for: use another Linkspan version, or the other --api-version.";
            default -> "Correct what the message names, in the spec or in the settings, and run again.";
        };
    }
}

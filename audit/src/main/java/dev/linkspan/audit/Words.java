package dev.linkspan.audit;

import dev.linkspan.model.Address;

/** The few words that findings and reports are made of. */
public final class Words {

    private Words() {}

    /** What an address points at. */
    public static String noun(Address address) {
        return switch (address.kind()) {
            case PROJECT -> "project";
            case REGIONAL_MODE -> "project's regional mode";
            case PROVIDER ->
                "project's list of services on " + address.provider().orElseThrow();
            case SERVICE -> "service";
            case ENDPOINT -> "endpoint";
        };
    }

    /** A number and its noun: {@code 1 endpoint}, {@code 2 endpoints}. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}

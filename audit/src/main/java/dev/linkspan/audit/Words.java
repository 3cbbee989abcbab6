package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;

/** The few words that findings and reports are made of. */
public final class Words {

    private Words() {}

    /** What an address points at. */
    public static String noun(Address address) {
        return switch (address.kind()) {
            case PROJECT -> "project";
            case REGIONAL_MODE -> "project's regional mode";
            case CLUSTERS -> "project's list of clusters";
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

    /**
     * What could not be read, and what nothing is known of because of it.
     *
     * @param hidden how many declared things that is
     */
    static String unread(BlindSpot spot, int hidden) {
        var kind = spot.address().kind();
        boolean isOneThing =
                kind == Address.Kind.ENDPOINT || kind == Address.Kind.REGIONAL_MODE || kind == Address.Kind.CLUSTERS;
        String consequence = hidden == 0 || isOneThing
                ? "."
                : ", so nothing is known of " + count(hidden, "thing", "things") + " that specs declare.";
        return "This " + noun(spot.address()) + " could not be read (" + spot.why() + ")" + consequence;
    }
}

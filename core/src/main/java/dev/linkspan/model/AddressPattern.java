package dev.linkspan.model;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Some addresses: one as it is printed, or a pattern in which {@code *} stands for any run of characters. What lies below a named
 * thing is named with it. Ids of Azure endpoints are compared ignoring case.
 */
public record AddressPattern(String text) {

    /** @throws Refusal for a blank text */
    public AddressPattern {
        if (text == null || text.isBlank()) {
            throw new Refusal(
                    "malformed-address-pattern",
                    "An address is empty",
                    "Copy one from a plan, for example 5e2211c17a3e5a48f5497de3/aws/us-east-1, or use *: '*/aws/*'.");
        }
    }

    /** Whether it names this address or one that it lies below. */
    public boolean names(Address address) {
        return withAncestors(address).anyMatch(this::matches);
    }

    private boolean matches(Address address) {
        boolean ignoresCase = address.endpoint()
                .filter(it -> it.provider() == CloudProvider.AZURE)
                .isPresent();
        return ignoresCase
                ? matches(text.toLowerCase(Locale.ROOT), address.toString().toLowerCase(Locale.ROOT))
                : matches(text, address.toString());
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }

    private static Stream<Address> withAncestors(Address address) {
        var project = Stream.of(address, Address.of(address.project()));
        var above = address.provider().stream()
                .flatMap(it -> Stream.of(Address.provider(address.project(), it), address.parent()));
        return Stream.concat(project, above);
    }
}

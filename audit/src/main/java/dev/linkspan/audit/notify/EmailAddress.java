package dev.linkspan.audit.notify;

import dev.linkspan.model.Refusal;
import java.util.regex.Pattern;

/** A bare address of e-mail, without a name: ASCII, nothing quoted, so that it is one address wherever it stands in a header. */
public record EmailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /** @throws Refusal for any other form */
    public EmailAddress {
        if (!FORM.matcher(value).matches() || value.contains("..")) {
            throw new Refusal(
                    "malformed-email-address",
                    "'" + value + "' is not an e-mail address",
                    "Write it without a name, such as team@example.com.");
        }
    }

    String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

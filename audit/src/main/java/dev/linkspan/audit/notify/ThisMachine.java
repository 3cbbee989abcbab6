package dev.linkspan.audit.notify;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of this machine, to which credentials may go without encryption. */
final class ThisMachine {

    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private ThisMachine() {}

    static boolean is(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}

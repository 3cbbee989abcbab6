package dev.linkspan.atlas.http;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stops a JDK HTTP client. One that is left running holds up the end of the process by 300 ms, the rhythm in which its
 * selector thread looks around.
 */
final class Shutdown {

    private static final long MOST_MILLIS = 200;

    private Shutdown() {}

    static void stop(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (NoSuchMethodException olderThan21) {
            selectorOf(client).forEach(Shutdown::interruptAndJoin);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Before Java 21 nothing but the thread's name leads to it: the client prints as {@code …(3)}, its thread is {@code HttpClient-3-…}. */
    private static Stream<Thread> selectorOf(HttpClient client) {
        var number = Pattern.compile("\\((\\d+)\\)$").matcher(client.toString());
        if (!number.find()) {
            return Stream.empty();
        }
        String name = "HttpClient-" + number.group(1) + "-SelectorManager";
        var threads = new Thread[Thread.activeCount() + 16];
        int found = Thread.enumerate(threads);
        return Stream.of(threads).limit(found).filter(it -> it.getName().equals(name));
    }

    private static void interruptAndJoin(Thread selector) {
        selector.interrupt();
        try {
            selector.join(MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

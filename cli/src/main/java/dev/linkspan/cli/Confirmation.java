package dev.linkspan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A question to the person at the terminal. Only a whole {@code yes} means yes. */
final class Confirmation {

    private final Session session;

    Confirmation(Session session) {
        this.session = session;
    }

    boolean asks(String question) {
        session.errors().line();
        session.errors().line(question + " Only 'yes' will do:");
        var input =
                new BufferedReader(new InputStreamReader(session.surroundings().input(), StandardCharsets.UTF_8));
        try {
            var answer = input.readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

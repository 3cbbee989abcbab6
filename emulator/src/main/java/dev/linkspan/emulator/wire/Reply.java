package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.faults.Fault;
import dev.linkspan.emulator.faults.FaultKind;
import dev.linkspan.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer, how its request was admitted and the fault that it met. */
record Reply(Answer answer, Admission admission, Optional<Fault> fault) {

    private static final String GARBAGE = "<<<{\"cloudProvider\": not json";
    private static final String GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
            + "<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

    boolean met(FaultKind kind) {
        return fault.map(Fault::kind).filter(kind::equals).isPresent();
    }

    /** Whether the connection drops before anything is sent. */
    boolean isDropped() {
        return met(FaultKind.RESET) || met(FaultKind.LOST);
    }

    /** As the client sees it; 0 where it sees nothing. */
    int status() {
        if (isDropped()) {
            return 0;
        }
        return met(FaultKind.GARBAGE) ? 200 : answer.status();
    }

    byte[] body(boolean isPretty) {
        if (met(FaultKind.GARBAGE)) {
            return GARBAGE.getBytes(StandardCharsets.UTF_8);
        }
        if (met(FaultKind.BAD_GATEWAY)) {
            return GATEWAY_PAGE.getBytes(StandardCharsets.UTF_8);
        }
        return answer.body().map(body -> Json.write(body, isPretty)).orElse(new byte[0]);
    }

    RecordedRequest recorded(ArrivedRequest request) {
        return new RecordedRequest(
                request.method(), request.path(), request.query(), status(), admission, fault.map(Fault::text));
    }
}

package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.faults.Fault;
import dev.linkspan.emulator.faults.FaultKind;
import java.util.Optional;

/** An answer, how its request was admitted and the fault that it met. */
record Reply(Answer answer, Admission admission, Optional<Fault> fault) {

    /** Whether the connection drops before anything is sent. */
    boolean isDropped() {
        return met(FaultKind.RESET) || met(FaultKind.LOST);
    }

    boolean met(FaultKind kind) {
        return fault.map(Fault::kind).filter(kind::equals).isPresent();
    }

    RecordedRequest recorded(Incoming request) {
        String query = request.target().substring(request.path().length());
        return new RecordedRequest(
                request.method(),
                request.path(),
                query.isEmpty() ? "" : query.substring(1),
                isDropped() ? 0 : met(FaultKind.GARBAGE) ? 200 : answer.status(),
                admission,
                fault.map(Fault::text));
    }
}

package dev.linkspan.chaos

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.emulator.wire.ArrivedRequest
import dev.linkspan.emulator.wire.RecordedRequest
import dev.linkspan.emulator.wire.RequestWatcher
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap

/** Stands at the emulator's door: counts requests, judges those that change something, and lets things happen at the chosen one. */
class Witness implements RequestWatcher {

    private static final JSON = new ObjectMapper()
    private static final SERVICE = ~'.*/privateEndpoint/([A-Z]+)/endpointService/([0-9a-f]{24})'
    private static final ENDPOINTS = ~'.*/privateEndpoint/([A-Z]+)/endpointService/([0-9a-f]{24})/endpoint'
    private static final ENDPOINT = ~'.*/privateEndpoint/([A-Z]+)/endpointService/([0-9a-f]{24})/endpoint/([^/]+)'

    final List<String> wrongs = [].asSynchronized()
    /** Who judges; set before the first request comes. */
    volatile Judge judge
    /** Whether every connection is dropped. */
    volatile boolean isShut
    /** Whether nobody else is at work on the same project. */
    volatile boolean isAlone
    /** Whether it is the other run that sends, from beginning to end in the middle of one. */
    volatile boolean isOther
    /** Whether the run that sends has a plan without blind spots. */
    volatile boolean isSeenInFull

    private final Path journal
    private final List<String> diary
    private final Map<Integer, Closure<Boolean>> events = [:].asSynchronized()
    private final List<ArrivedRequest> writes = [].asSynchronized()
    /** The endpoints that this run, and not the other one, last saw unfit. */
    private final Set<String> seenUnfit = ConcurrentHashMap.newKeySet()
    private int number

    Witness(Path journal, List<String> diary) {
        this.journal = journal
        this.diary = diary
    }

    /** A new run; nothing is to happen in it yet. */
    void begin() {
        isShut = false
        events.clear()
        writes.clear()
        seenUnfit.clear()
        synchronized (this) {
            number = 0
        }
    }

    /** From now on the run that sends carries out a plan; what it saw before it made that does not count as a look before a delete. */
    void planned(boolean isSeenInFull) {
        this.isSeenInFull = isSeenInFull
        if (!isOther) {
            seenUnfit.clear()
        }
    }

    /** Lets something happen at the request of this number, before it is served; false drops the connection. */
    void at(int request, Closure<Boolean> event) {
        events[request] = event
    }

    /** Whether the present run sent such a write about this endpoint. */
    boolean hasWritten(List<String> methods, String endpointId) {
        def encoded = URLEncoder.encode(endpointId, StandardCharsets.UTF_8)
        writes.any { it.method() in methods && (it.path().endsWith("/$encoded") || it.body().contains(endpointId)) }
    }

    @Override
    boolean arrived(ArrivedRequest request) {
        if (isShut) {
            return false
        }
        if (judge && request.method() != 'GET') {
            writes << request
            refuseIf(wrong(request), request)
            refuseIf(isJournaled(request) ? null : 'the journal has no open call', request)
        }
        def event = events.remove(counted())
        event == null || event.call(request)
    }

    @Override
    void done(ArrivedRequest request, RecordedRequest outcome) {
        def endpoint = request.path() =~ ENDPOINT
        if (judge && !isOther && request.method() == 'GET' && endpoint.matches()) {
            judge.mayGo(endpoint.group(2), decoded(endpoint.group(3))) ? seenUnfit.add(request.path()) : seenUnfit.remove(request.path())
        }
        diary << "${request.method()} ${request.path()} ${request.body()} ${outcome.status()} ${outcome.fault().orElse('')}".toString()
    }

    private synchronized int counted() {
        number++
    }

    private void refuseIf(String why, ArrivedRequest request) {
        if (why) {
            wrongs << "${request.method()} ${request.path()} ${request.body()}: $why".toString()
        }
    }

    private String wrong(ArrivedRequest request) {
        switch (request.method()) {
            case 'DELETE' -> wrongDelete(request.path())
            case 'POST' -> isAlone && isThere(request) ? 'it is there already' : null
            default -> null
        }
    }

    private String wrongDelete(String path) {
        def endpoint = path =~ ENDPOINT
        if (endpoint.matches()) {
            // Another run may have mended it since this one looked, which nobody can know.
            boolean isMendedMeanwhile = !isAlone && !isOther && path in seenUnfit
            return isMendedMeanwhile ? null : judge.againstEndpointDelete(endpoint.group(2), decoded(endpoint.group(3)), isSeenInFull)
        }
        def service = path =~ SERVICE
        service.matches() ? judge.againstServiceDelete(service.group(2), isSeenInFull) : 'this is nothing that Linkspan deletes'
    }

    private boolean isThere(ArrivedRequest request) {
        def body = read(request.body())
        def endpoints = request.path() =~ ENDPOINTS
        endpoints.matches()
            ? judge.isEndpointThere(endpoints.group(2), body.id ?: body.endpointGroupName)
            : judge.isServiceThere(body.providerName, body.region, body.portMappingEnabled ?: false)
    }

    /** Whether the journal has a call for it that has no answer yet. */
    private boolean isJournaled(ArrivedRequest request) {
        def lines = Files.readAllLines(journal).collect { read(it) }.findAll { it.call && isAbout(it, request) }
        lines.groupBy { it.run }.values().any { it.last().event == 'call' }
    }

    private static boolean isAbout(Map line, ArrivedRequest request) {
        def path = request.path()
        switch (line.call) {
            case 'create-service' -> request.method() == 'POST' && path.endsWith('/endpointService') && Place.named(line.region).isIn(read(request.body()))
            case 'create-endpoint' -> request.method() == 'POST' && path.endsWith("$line.service/endpoint") && request.body().contains(line.endpoint)
            case 'delete-service' -> request.method() == 'DELETE' && path.endsWith("/$line.service")
            case 'delete-endpoint' -> request.method() == 'DELETE' && path.contains("/$line.service/") && decoded(path.tokenize('/').last()) == line.endpoint
            case 'update-remote-regions' -> request.method() == 'PATCH' && path.endsWith("/$line.service")
            case 'set-regional-mode' -> request.method() == 'PATCH' && path.endsWith('/regionalMode')
            default -> false
        }
    }

    private static Map read(String json) {
        JSON.readValue(json, Map)
    }

    private static String decoded(String part) {
        URLDecoder.decode(part, StandardCharsets.UTF_8)
    }
}

package dev.linkspan.emulator;

import dev.linkspan.emulator.faults.Fault;
import dev.linkspan.emulator.faults.FaultBook;
import dev.linkspan.emulator.lifecycle.Timings;
import dev.linkspan.emulator.lifecycle.World;
import dev.linkspan.emulator.lifecycle.WorldClock;
import dev.linkspan.emulator.state.AtlasState;
import dev.linkspan.emulator.state.ClusterState;
import dev.linkspan.emulator.state.EndpointState;
import dev.linkspan.emulator.state.ServiceState;
import dev.linkspan.emulator.wire.AtlasServer;
import dev.linkspan.emulator.wire.Credentials;
import dev.linkspan.emulator.wire.DigestAlgorithm;
import dev.linkspan.emulator.wire.DigestPolicy;
import dev.linkspan.emulator.wire.RateLimit;
import dev.linkspan.emulator.wire.RecordedRequest;
import dev.linkspan.emulator.wire.RequestWatcher;
import dev.linkspan.emulator.wire.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running emulator: an Atlas that keeps what it is told, on a port of the loopback address. Safe for use by many
 * threads.
 *
 * <p>The {@code put} and {@code remove} methods act at once and past all rules, as somebody else would behind a tool's
 * back.
 */
public final class AtlasEmulator implements AutoCloseable {

    /** The project that stands there when no state is given; its name is {@code demo}. */
    public static final String DEMO_PROJECT = AtlasState.DEMO_PROJECT;

    /** Accepted when no credentials are given: an API key that may do all. */
    public static final String DEMO_PUBLIC_KEY = "demo";

    public static final String DEMO_PRIVATE_KEY = "demo-private-key";

    /** Accepted when no credentials are given: an API key that may only read. */
    public static final String READER_PUBLIC_KEY = "reader";

    public static final String READER_PRIVATE_KEY = "reader-private-key";

    /** Accepted when no credentials are given: a service account that may do all. */
    public static final String DEMO_CLIENT_ID = "mdb_sa_id_demo";

    public static final String DEMO_CLIENT_SECRET = "mdb_sa_sk_demo";

    /** Accepted when no credentials are given: an access token that may do all. */
    public static final String DEMO_ACCESS_TOKEN = "demo-access-token";

    private final WorldClock clock;
    private final World world;
    private final FaultBook faults = new FaultBook();
    private final AtlasServer server;

    private AtlasEmulator(Builder builder) throws IOException {
        clock = new WorldClock(builder.clock, builder.speed);
        world = new World(builder.state, clock, builder.timings);
        builder.faults.forEach(faults::add);
        server = new AtlasServer(new AtlasServer.Setup(
                builder.port,
                world,
                clock,
                faults,
                builder.credentials.orElseGet(AtlasEmulator::demoCredentials),
                builder.digest,
                builder.rateLimit,
                builder.watcher,
                builder.slowness));
    }

    /** An emulator with the demo project and the demo credentials, in real time, on any free port. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}; the API is below {@code /api/atlas/v2}. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Every request since the start or the last {@link #clearRequests()}, in the order of the answers. */
    public List<RecordedRequest> requests() {
        return server.log().requests();
    }

    public void clearRequests() {
        server.log().clear();
    }

    /** All that stands there now. */
    public AtlasState state() {
        return world.state();
    }

    /**
     * Lets something go wrong from now on.
     *
     * @param text such as {@code 503 on GET /groups/... times 2 after 1}
     * @throws IllegalArgumentException with an accepted example, if the text is not a fault
     */
    public void addFault(String text) {
        faults.add(Fault.parse(text));
    }

    public void clearFaults() {
        faults.clear();
    }

    /** Moves the emulator's time on by so much, whatever its speed. */
    public void advance(Duration by) {
        clock.advance(by);
    }

    /**
     * Puts a service there, with its endpoints, in place of one with the same id.
     *
     * @return its id
     */
    public String putService(String projectId, ServiceState service) {
        return world.project(projectId).put(service);
    }

    /** Puts an endpoint into a service, in place of one with the same id. */
    public void putEndpoint(String projectId, String serviceId, EndpointState endpoint) {
        world.project(projectId).put(serviceId, endpoint);
    }

    /** Puts a cluster there, in place of one of the same name. */
    public void putCluster(String projectId, ClusterState cluster) {
        world.project(projectId).put(cluster);
    }

    /** Takes a service away, endpoints and all; false if it was not there. */
    public boolean removeService(String projectId, String serviceId) {
        return world.project(projectId).dropService(serviceId);
    }

    /** Takes an endpoint away from whichever service it is in, and leaves that service; false if it was not there. */
    public boolean removeEndpoint(String projectId, String endpointId) {
        return world.project(projectId).dropEndpoint(endpointId);
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        server.close();
    }

    private static Credentials demoCredentials() {
        return Credentials.none()
                .withApiKey(DEMO_PUBLIC_KEY, DEMO_PRIVATE_KEY, Role.OWNER)
                .withApiKey(READER_PUBLIC_KEY, READER_PRIVATE_KEY, Role.READER)
                .withServiceAccount(DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, Role.OWNER)
                .withAccessToken(DEMO_ACCESS_TOKEN, Role.OWNER);
    }

    /** How the emulator is to be. As soon as one credential is given, the demo credentials are no longer accepted. */
    public static final class Builder {

        private int port;
        private Clock clock = Clock.systemUTC();
        private double speed = 1;
        private AtlasState state = AtlasState.demo();
        private Timings timings = Timings.measured();
        private final List<Fault> faults = new ArrayList<>();
        private Optional<Credentials> credentials = Optional.empty();
        private DigestPolicy digest = DigestPolicy.recorded();
        private RateLimit rateLimit = RateLimit.privateEndpoints();
        private RequestWatcher watcher = RequestWatcher.NONE;
        private Optional<Consumer<Duration>> slowness = Optional.empty();

        private Builder() {}

        /** 0, which is the default, takes any free port. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + number + ".");
            }
            port = number;
            return this;
        }

        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** How many times faster than the clock services and endpoints come and go. Default 1. */
        public Builder speed(double factor) {
            speed = factor;
            return this;
        }

        public Builder state(AtlasState start) {
            state = start;
            return this;
        }

        /** How long things take before the speed is applied. Default: as measured on Atlas. */
        public Builder timings(Timings other) {
            timings = other;
            return this;
        }

        /** @throws IllegalArgumentException with an accepted example, if the text is not a fault */
        public Builder fault(String text) {
            faults.add(Fault.parse(text));
            return this;
        }

        public Builder apiKey(String publicKey, String privateKey) {
            return apiKey(publicKey, privateKey, Role.OWNER);
        }

        public Builder apiKey(String publicKey, String privateKey, Role role) {
            credentials = Optional.of(given().withApiKey(publicKey, privateKey, role));
            return this;
        }

        public Builder serviceAccount(String clientId, String clientSecret) {
            return serviceAccount(clientId, clientSecret, Role.OWNER);
        }

        public Builder serviceAccount(String clientId, String clientSecret, Role role) {
            credentials = Optional.of(given().withServiceAccount(clientId, clientSecret, role));
            return this;
        }

        public Builder accessToken(String token, Role role) {
            credentials = Optional.of(given().withAccessToken(token, role));
            return this;
        }

        /** The digest challenges to send, the first one first. Default: MD5, as Atlas does. */
        public Builder digest(DigestAlgorithm... algorithms) {
            digest = digest.with(List.of(algorithms));
            return this;
        }

        /** A value that digest clients must send back. Default: none, as Atlas does. */
        public Builder opaque(String value) {
            digest = digest.withOpaque(value);
            return this;
        }

        /** How long a nonce may be used. Default: five minutes. */
        public Builder nonceLife(Duration life) {
            digest = digest.withNonceLife(life);
            return this;
        }

        /** The limit for the private endpoints of each project. Default: Atlas's own. */
        public Builder rateLimit(int capacity, int refill, Duration interval) {
            rateLimit = new RateLimit(capacity, refill, interval);
            return this;
        }

        /** Who sees each request as it comes and before it is answered. Default: nobody. */
        public Builder watcher(RequestWatcher other) {
            watcher = other;
            return this;
        }

        /** How a {@code slow} answer waits. Default: in real time. */
        public Builder slowness(Consumer<Duration> wait) {
            slowness = Optional.of(wait);
            return this;
        }

        /** @throws UncheckedIOException if the port cannot be had */
        public AtlasEmulator start() {
            try {
                return new AtlasEmulator(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The emulator cannot listen on port " + port + ": " + e.getMessage()
                                + ". Choose another one, or 0 for any free port.",
                        e);
            }
        }

        private Credentials given() {
            return credentials.orElseGet(Credentials::none);
        }
    }
}

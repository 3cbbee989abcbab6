package dev.linkspan.emulator.wire;

import com.sun.net.httpserver.HttpServer;
import dev.linkspan.emulator.faults.FaultBook;
import dev.linkspan.emulator.lifecycle.World;
import dev.linkspan.emulator.lifecycle.WorldClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The HTTP server of the emulator, on the loopback address. */
public final class AtlasServer implements AutoCloseable {

    private static final int THREADS = 256;
    private static final int BACKLOG = 1024;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final RequestLog log = new RequestLog();
    private final ThreadPoolExecutor threads;
    private final HttpServer server;
    private final String baseUrl;

    /** What the server serves and whom. */
    public record Setup(
            int port,
            World world,
            WorldClock clock,
            FaultBook faults,
            Credentials credentials,
            DigestPolicy digest,
            RateLimit rateLimit,
            RequestWatcher watcher,
            Optional<Consumer<Duration>> slowness) {}

    /** Starts to serve. */
    public AtlasServer(Setup setup) throws IOException {
        // Without it, Nagle's algorithm and delayed acknowledgements make each answer some 40 ms late. It is read once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        server = HttpServer.create(new InetSocketAddress(loopback, setup.port()), BACKLOG);
        baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
        threads = threads();
        Gate gate = new Gate(
                new Digest(setup.credentials(), setup.digest(), setup.clock()),
                new Tokens(setup.credentials(), setup.clock()));
        AtlasApi api = new AtlasApi(new Routes(setup.world(), baseUrl), gate);
        RateLimits limits = new RateLimits(setup.rateLimit(), setup.clock());
        server.createContext(
                "/",
                new AtlasHandler(
                        gate,
                        api,
                        limits,
                        setup.faults(),
                        log,
                        setup.watcher(),
                        setup.slowness().orElse(this::pause)));
        server.createContext("/emulator/", new ControlHandler(setup.world(), setup.clock(), setup.faults(), log));
        server.setExecutor(threads);
        server.start();
    }

    public String baseUrl() {
        return baseUrl;
    }

    public RequestLog log() {
        return log;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Waits, but not beyond the end of the emulator. */
    private void pause(Duration delay) {
        try {
            closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "linkspan-emulator-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}

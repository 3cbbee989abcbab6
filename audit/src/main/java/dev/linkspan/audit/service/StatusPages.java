package dev.linkspan.audit.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linkspan.audit.history.SharedRuns;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the service shows over HTTP: whether it lives and is ready, its metrics, and the pages of the last report. It answers
 * questions and takes nothing.
 */
public final class StatusPages implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int THREADS = 16;

    /** Pages that wait for the history at once. A database that hangs must not take the threads that say that this worker lives. */
    private static final int ASKING = 12;

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * @param content empty where there is none yet
     * @param asking limits how many wait for the history at once; empty for a page that does not ask it
     */
    private record Page(String type, Supplier<Optional<String>> content, Optional<Semaphore> asking) {}

    private StatusPages(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param isAlive answers {@code /healthz}
     * @param isReady answers {@code /readyz}
     * @param history the list of runs, as JSON
     * @throws IOException when the address cannot be listened on
     */
    public static StatusPages open(
            InetSocketAddress address,
            BooleanSupplier isAlive,
            BooleanSupplier isReady,
            ServiceMetrics metrics,
            SharedRuns runs,
            Supplier<String> history)
            throws IOException {
        var server = HttpServer.create(address, 0);
        var threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "status-pages");
            thread.setDaemon(true);
            return thread;
        });
        var asking = Optional.of(new Semaphore(ASKING));
        var pages = Map.of(
                "/healthz",
                new Page(TEXT, () -> Optional.of("alive\n").filter(it -> isAlive.getAsBoolean()), Optional.empty()),
                "/readyz",
                new Page(TEXT, () -> Optional.of("ready\n").filter(it -> isReady.getAsBoolean()), asking),
                "/metrics",
                new Page(METRICS, () -> Optional.of(metrics.text()), asking),
                "/",
                new Page(HTML, () -> runs.page("index.html"), asking),
                "/report.json",
                new Page(JSON, () -> runs.page("report.json"), asking),
                "/history.json",
                new Page(JSON, () -> Optional.of(history.get()), asking));
        server.createContext("/", exchange -> answer(exchange, pages));
        server.setExecutor(threads);
        server.start();
        return new StatusPages(server, threads);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private static void answer(HttpExchange exchange, Map<String, Page> pages) throws IOException {
        try (exchange) {
            var page = Optional.ofNullable(pages.get(exchange.getRequestURI().getPath()));
            if (page.isEmpty()) {
                send(exchange, 404, TEXT, "There is no such page.\n");
            } else if (!exchange.getRequestMethod().equals("GET")
                    && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, "These pages only answer questions.\n");
            } else {
                show(exchange, page.get());
            }
        }
    }

    private static void show(HttpExchange exchange, Page page) throws IOException {
        if (page.asking().filter(it -> !it.tryAcquire()).isPresent()) {
            send(exchange, 503, TEXT, "The history does not answer.\n");
            return;
        }
        try {
            var content = page.content().get();
            if (content.isPresent()) {
                send(exchange, 200, page.type(), content.get());
            } else {
                send(exchange, page.type().equals(TEXT) ? 503 : 404, TEXT, "Not now.\n");
            }
        } catch (RuntimeException e) {
            // Its message may say more about the database than a caller should know; the log of the service has it.
            send(exchange, 503, TEXT, "The history does not answer.\n");
        } finally {
            page.asking().ifPresent(Semaphore::release);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.linkspan.audit.notify

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import dev.linkspan.model.Secret
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import javax.net.ssl.SSLContext

/** A server on this machine that takes webhooks, and answers as a test has it. */
final class HookServer implements AutoCloseable {

    static final TOKEN = 'T0000/B0000/s3cretTokenOfTheHook'

    final List<String> bodies = new CopyOnWriteArrayList<>()
    final List<Map<String, String>> headers = new CopyOnWriteArrayList<>()
    final List<String> paths = new CopyOnWriteArrayList<>()
    private final List<Closure<?>> answers = new CopyOnWriteArrayList<>()
    private final HttpServer server
    private final executor = Executors.newCachedThreadPool()

    private HookServer(HttpServer server) {
        this.server = server
        server.executor = executor
        server.createContext('/') { handle(it) }
        server.start()
    }

    static HookServer start() {
        new HookServer(HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0))
    }

    static HookServer withTls(SSLContext context) {
        def server = HttpsServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
        server.httpsConfigurator = new HttpsConfigurator(context)
        new HookServer(server)
    }

    /** The next request gets this answer; those for which there is none get 200. */
    HookServer answering(int status, Map<String, String> with = [:], String body = '') {
        answering { exchange ->
            with.each { exchange.responseHeaders.add(it.key, it.value) }
            def bytes = body.getBytes(StandardCharsets.UTF_8)
            exchange.sendResponseHeaders(status, bytes.length ?: -1)
            exchange.responseBody.write(bytes)
        }
    }

    HookServer answering(Closure<?> answer) {
        answers << answer
        this
    }

    String getUrl() {
        "${server instanceof HttpsServer ? 'https' : 'http'}://localhost:${server.address.port}/services/$TOKEN"
    }

    HookUrl getHook() {
        HookUrl.of(new Secret(url))
    }

    int getPort() {
        server.address.port
    }

    private void handle(HttpExchange exchange) {
        paths << exchange.requestURI.toString()
        headers << exchange.requestHeaders.collectEntries { [it.key, it.value.first()] }
        bodies << new String(exchange.requestBody.readAllBytes(), StandardCharsets.UTF_8)
        try {
            (answers ? answers.remove(0) : { HttpExchange it -> it.sendResponseHeaders(200, -1) }).call(exchange)
        } finally {
            exchange.close()
        }
    }

    @Override
    void close() {
        server.stop(0)
        executor.shutdownNow()
    }
}

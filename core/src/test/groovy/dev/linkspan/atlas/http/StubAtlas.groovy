package dev.linkspan.atlas.http

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/** A server on this machine that answers as it is told and keeps what it was asked. */
class StubAtlas implements Closeable {

    static {
        // Without it the JDK's server spends 40 ms on each answer.
        System.setProperty('sun.net.httpserver.nodelay', 'true')
    }

    static final Closure<Reply> RESET = { Received it -> null }

    final List<Received> received = new CopyOnWriteArrayList<>()
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 200)
    private final ExecutorService threads = Executors.newCachedThreadPool()
    private final Queue<Closure<Reply>> script = new ArrayDeque<>()
    private volatile Closure<Reply> always = { Received it -> json(500, '{"detail":"nothing scripted"}') }

    StubAtlas() {
        server.executor = threads
        server.createContext('/') { answer(it) }
        server.start()
    }

    URI getUrl() {
        URI.create("http://localhost:${server.address.port}")
    }

    /** What is answered once the script is used up. */
    StubAtlas always(Closure<Reply> reply) {
        always = reply
        this
    }

    StubAtlas always(Reply reply) {
        always { reply }
    }

    /** What is answered first, in order. */
    synchronized StubAtlas first(Object... replies) {
        replies.each { reply -> script << (reply instanceof Closure ? reply : { reply } as Closure) }
        this
    }

    List<String> getLines() {
        received.collect { "$it.verb $it.uri".toString() }
    }

    static Reply json(int status, String body, Map<String, Object> headers = [:]) {
        new Reply(status, body, ['Content-Type': 'application/json'] + headers)
    }

    static Reply html(int status) {
        new Reply(status, '<html><body>Bad Gateway</body></html>', ['Content-Type': 'text/html'])
    }

    private synchronized Closure<Reply> next() {
        script.poll() ?: always
    }

    private void answer(HttpExchange exchange) {
        exchange.withCloseable {
            def body = exchange.requestBody.getText('UTF-8')
            def headers = exchange.requestHeaders.collectEntries { name, values -> [name.toLowerCase(), values[0]] }
            def request = new Received(exchange.requestMethod, exchange.requestURI.toString(), headers, body)
            received << request
            def reply = reply(request)
            if (reply == null) {
                return
            }
            reply.headers.each { name, values -> [values].flatten().each { exchange.responseHeaders.add(name, it as String) } }
            def bytes = reply.body.getBytes('UTF-8')
            exchange.sendResponseHeaders(reply.status, bytes.length + reply.missing ?: -1)
            exchange.responseBody.write(bytes)
            exchange.responseBody.flush()
        }
    }

    /** A script that fails is shown to the client, which fails its test. */
    private Reply reply(Received request) {
        try {
            next().call(request)
        } catch (Exception | AssertionError e) {
            json(418, """{"errorCode":"SCRIPT_FAILED","detail":"${e.toString().replaceAll('["\\\\]', '_')}"}""")
        }
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }

    static class Received {
        final String verb
        final String uri
        final Map<String, String> headers
        final String body

        Received(String verb, String uri, Map<String, String> headers, String body) {
            this.verb = verb
            this.uri = uri
            this.headers = headers
            this.body = body
        }
    }

    static class Reply {
        final int status
        final String body
        final Map<String, Object> headers
        /** Bytes that are announced and never come. */
        int missing = 0

        Reply(int status, String body, Map<String, Object> headers) {
            this.status = status
            this.body = body
            this.headers = headers
        }
    }
}

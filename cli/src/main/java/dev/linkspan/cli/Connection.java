package dev.linkspan.cli;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.http.AtlasSettings;
import dev.linkspan.atlas.http.HttpAtlas;
import dev.linkspan.atlas.http.RequestLog;
import dev.linkspan.cli.view.LimitNotice;
import dev.linkspan.cli.view.RequestLines;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Atlas as the settings say, and the threads that call it. To be closed, or the process does not end. */
final class Connection implements AutoCloseable {

    private final HttpAtlas atlas;
    private final ExecutorService lanes;

    private Connection(HttpAtlas atlas, ExecutorService lanes) {
        this.atlas = atlas;
        this.lanes = lanes;
    }

    /** Makes no call yet. */
    static Connection open(Session session) {
        return open(session, RequestLog.NONE);
    }

    /** @param besides hears of requests besides whoever reads standard error */
    static Connection open(Session session, RequestLog besides) {
        var settings = session.settings();
        var surroundings = session.surroundings();
        RequestLog told = log(session);
        RequestLog log = line -> {
            told.requested(line);
            besides.requested(line);
        };
        var atlas = HttpAtlas.connect(new AtlasSettings(
                settings.baseUrl(),
                settings.credentials(),
                settings.apiVersion(),
                new AtlasSettings.Timeouts(settings.connectTimeout(), settings.readTimeout()),
                settings.lanes(),
                "linkspan/" + Version.number(),
                new AtlasSettings.Surroundings(
                        surroundings.clock(),
                        surroundings.sleeper(),
                        surroundings.random().get()),
                log));
        return new Connection(atlas, Executors.newFixedThreadPool(settings.lanes(), Connection::thread));
    }

    private static RequestLog log(Session session) {
        return switch (session.settings().logLevel()) {
            case DEBUG -> new RequestLines(session.errors());
            case INFO, WARN -> new LimitNotice(session.errors());
            case ERROR -> RequestLog.NONE;
        };
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "lane");
        thread.setDaemon(true);
        return thread;
    }

    Atlas atlas() {
        return atlas;
    }

    ExecutorService lanes() {
        return lanes;
    }

    @Override
    public void close() {
        lanes.shutdownNow();
        atlas.close();
    }
}

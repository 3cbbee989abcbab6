package dev.linkspan.audit.notify;

import java.util.function.Function;

/** Tells by webhook. */
record HookChannel(HookUrl url, Function<News, String> words, HookClient client) implements Channel {

    @Override
    public void send(News news) throws DeliveryFault, InterruptedException {
        client.post(url, words.apply(news));
    }
}

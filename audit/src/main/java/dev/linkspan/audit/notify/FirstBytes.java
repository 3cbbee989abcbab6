package dev.linkspan.audit.notify;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The beginning of a body, which may have no end; a body that breaks off is as good as its beginning. */
final class FirstBytes implements BodySubscriber<String> {

    private final ByteBuffer bytes;
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private Flow.Subscription subscription;

    FirstBytes(int most) {
        this.bytes = ByteBuffer.allocate(most);
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        source.request(Long.MAX_VALUE);
        endIfFull();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            while (buffer.hasRemaining() && bytes.hasRemaining()) {
                bytes.put(buffer.get());
            }
        }
        endIfFull();
    }

    private void endIfFull() {
        if (!bytes.hasRemaining()) {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable why) {
        onComplete();
    }

    @Override
    public void onComplete() {
        text.complete(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }
}

package dev.linkspan.atlas.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body held in memory, which an endless answer must not fill. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** A hundred times the longest list there may be (a project has one service for each of some 130 regions). */
    static final long MOST_BYTES = 16L << 20;

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private Flow.Subscription subscription;
    private long length;

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        bytes.onSubscribe(source);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        length += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (length > MOST_BYTES) {
            subscription.cancel();
            bytes.onError(new IOException("the answer is longer than " + (MOST_BYTES >> 20) + " MiB"));
        } else {
            bytes.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable why) {
        bytes.onError(why);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}

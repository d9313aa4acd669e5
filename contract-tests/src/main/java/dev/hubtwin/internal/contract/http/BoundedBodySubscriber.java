package dev.hubtwin.internal.contract.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes the bytes of a body as long as they are not too many, or one that never ends would fill the memory. */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {

    private static final long MOST = 16L << 20;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private Subscription subscription;
    private long size;

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        whole.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        size += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size > MOST) {
            subscription.cancel();
            whole.onError(new IOException("the body has more than " + (MOST >> 20) + " MiB"));
        } else {
            whole.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }
}

package dev.hubtwin.internal.contract.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes the bytes of a body as long as they are not too many, or one that never ends would fill the memory. */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {

    private static final long MOST = 2L << 20;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final ResponseInfo head;
    private final byte[] beginning = new byte[Exchange.KEPT];
    private Subscription subscription;
    private long size;

    BoundedBodySubscriber(ResponseInfo head) {
        this.head = head;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        whole.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (size < beginning.length) {
                ByteBuffer next = part.duplicate();
                next.get(beginning, (int) size, Math.min(next.remaining(), beginning.length - (int) size));
            }
            size += part.remaining();
        }
        if (size > MOST) {
            subscription.cancel();
            whole.onError(
                    new OversizedBodyException(MOST, new HttpAnswer(head.statusCode(), head.headers(), beginning)));
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

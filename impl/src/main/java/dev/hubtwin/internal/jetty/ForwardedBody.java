package dev.hubtwin.internal.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Request.Content;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;

/**
 * What is sent to the owner: the head of a request, and behind it the body of the client's request as it arrives. Of
 * that nothing is read before the owner asks for it, so that a body which nobody reads is not lost.
 */
final class ForwardedBody implements Content {

    private final byte[] head;
    private final Request client;
    private boolean isHeadRead;
    private boolean isAsked;
    private Throwable failure;
    private Runnable waiting;
    private boolean isDemanded;

    ForwardedBody(byte[] head, Request client) {
        this.head = head;
        this.client = client;
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public long getLength() {
        return client.getLength() < 0 ? -1 : head.length + client.getLength();
    }

    @Override
    public synchronized Chunk read() {
        if (!isHeadRead) {
            isHeadRead = true;
            return Chunk.from(ByteBuffer.wrap(head), false);
        }
        if (!isAsked) {
            return null;
        }
        Chunk chunk = client.read();
        if (Chunk.isFailure(chunk)) {
            failure = chunk.getFailure();
        }
        return chunk;
    }

    @Override
    public void demand(Runnable callback) {
        synchronized (this) {
            waiting = callback;
            if (!isAsked || isDemanded) {
                return;
            }
            isDemanded = true;
        }
        client.demand(this::available);
    }

    private void available() {
        Runnable next;
        synchronized (this) {
            isDemanded = false;
            next = waiting;
            waiting = null;
        }
        next.run();
    }

    /** The owner asks for the client's part. */
    void ask() {
        Runnable next;
        synchronized (this) {
            isAsked = true;
            next = waiting;
            waiting = null;
        }
        if (next != null) {
            client.getComponents().getExecutor().execute(next);
        }
    }

    /** Lets another reader have the rest, whoever waited for it before. */
    void leaveTo(Runnable reader) {
        synchronized (this) {
            if (isDemanded) {
                waiting = reader;
                return;
            }
        }
        reader.run();
    }

    /** The client's request is whatever becomes of the one to the owner. */
    @Override
    public void fail(Throwable reason) {}

    /** Whether the client's part was asked for. */
    synchronized boolean isAsked() {
        return isAsked;
    }

    /** Why the client's part broke off; null if it did not. */
    synchronized Throwable failure() {
        return failure;
    }
}

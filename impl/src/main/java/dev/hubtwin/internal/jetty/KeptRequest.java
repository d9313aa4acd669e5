package dev.hubtwin.internal.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body was read already, and is read again. */
final class KeptRequest extends Request.Wrapper {

    private Content.Chunk body;

    KeptRequest(Request request, byte[] body) {
        super(request);
        this.body = Content.Chunk.from(ByteBuffer.wrap(body), true);
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = body;
        body = Content.Chunk.next(chunk);
        return chunk;
    }

    @Override
    public void demand(Runnable callback) {
        getComponents().getExecutor().execute(callback);
    }
}

package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.delivery.DeliveryResult.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Sends over HTTP: to the address it is given and to no other, following nothing, repeating nothing, each time over a
 * connection of its own, so that none is lost with an old one.
 */
final class WebhookHttpClient {

    /** How much of an answer's body is read, in bytes, and how much of its headers is kept. */
    static final int READ = 64 << 10;

    private static final int HEADERS = 32 << 10;

    private final boolean checksCertificates;
    private final Duration patience;
    private CloseableHttpClient client;
    private ScheduledThreadPoolExecutor alarm;
    private boolean isClosed;

    WebhookHttpClient(boolean checksCertificates, Duration patience) {
        this.checksCertificates = checksCertificates;
        this.patience = patience;
    }

    /**
     * Sends a letter, and reads what comes back.
     *
     * @throws IOException if nothing does in time
     */
    Answer send(WebhookRequest letter, WebhookUrl to, InetAddress address) throws IOException {
        HttpPost request = new HttpPost("/");
        request.setPath(to.path()); // as it is: of two slashes at its beginning a URI would make a host
        request.setScheme(to.scheme());
        request.setAuthority(new URIAuthority(to.host(), to.port()));
        request.setHeader("Host", to.authority());
        request.setHeader("Connection", "close");
        letter.headers().forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(
                letter.body(), ContentType.parse(letter.headers().get("Content-Type"))));
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end =
                ready().schedule(() -> cancel(request, late), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            HttpHost host = new HttpHost(to.scheme(), address, to.host(), to.port());
            return answer(client.executeOpen(host, request, null), request);
        } catch (IOException e) {
            boolean timedOut = late.get() || e instanceof SocketTimeoutException;
            throw timedOut ? new InterruptedIOException("no answer within " + patience.toSeconds() + " seconds") : e;
        } finally {
            end.cancel(false);
        }
    }

    private static void cancel(HttpPost request, AtomicBoolean late) {
        late.set(true);
        request.cancel();
    }

    private static Answer answer(ClassicHttpResponse response, HttpPost request) throws IOException {
        byte[] read = beginning(response, request);
        String body = new String(read, 0, Math.min(read.length, READ), charset(response.getEntity()));
        return new Answer(response.getCode(), headers(response), body, read.length > READ);
    }

    /** The first headers, as far as they are kept. */
    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        int left = HEADERS;
        for (Header header : response.getHeaders()) {
            left -= header.getName().length() + header.getValue().length();
            if (left < 0) {
                break;
            }
            headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
        }
        return headers;
    }

    /**
     * One byte more than is wanted, if there is more. Who closes an answer waits for its end, so it is cut off before.
     */
    private static byte[] beginning(ClassicHttpResponse response, HttpPost request) throws IOException {
        boolean ended = false;
        try {
            InputStream content = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
            byte[] read = content.readNBytes(READ + 1);
            ended = read.length <= READ;
            return read;
        } finally {
            if (!ended) {
                request.cancel();
            }
            Closer.closeQuietly(response);
        }
    }

    private static Charset charset(HttpEntity entity) {
        return Optional.ofNullable(entity)
                .map(HttpEntity::getContentType)
                .map(type -> ContentType.parseLenient(type))
                .map(ContentType::getCharset)
                .orElse(StandardCharsets.UTF_8);
    }

    private synchronized ScheduledThreadPoolExecutor ready() throws IOException {
        if (isClosed) {
            throw new IOException("the twin is closed");
        }
        if (client == null) {
            client = DeliveryHttpClients.make(checksCertificates, patience);
            alarm = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "hubtwin-deliveries-alarm");
                thread.setDaemon(true);
                return thread;
            });
            alarm.setRemoveOnCancelPolicy(true);
        }
        return alarm;
    }

    synchronized void close() {
        isClosed = true;
        if (client != null) {
            client.close(CloseMode.IMMEDIATE);
            alarm.shutdownNow();
        }
    }
}

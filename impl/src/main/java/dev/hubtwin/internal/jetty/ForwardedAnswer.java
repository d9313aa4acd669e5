package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.ForwardingKey;
import dev.hubtwin.internal.forwarding.OwnerReply;
import dev.hubtwin.internal.forwarding.RequestSeal;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What comes of one attempt to forward a request. An answer without a good seal is none: the request has met a process
 * that is not of this twin, or the owner before it looked at it.
 */
final class ForwardedAnswer implements org.eclipse.jetty.client.Response.Listener {

    /** Headers that are about one connection only. */
    private static final Set<HttpHeader> OF_A_HOP = EnumSet.of(HttpHeader.TRANSFER_ENCODING, HttpHeader.KEEP_ALIVE);

    private final Forwarding forwarding;
    private final RequestSeal seal;
    private final ForwardingKey key;
    private final AtomicInteger ends = new AtomicInteger();
    private volatile boolean isBegun;
    private volatile boolean isAnswered;
    private volatile boolean isDismissed;
    private volatile Optional<OwnerReply> reply = Optional.empty();

    ForwardedAnswer(Forwarding forwarding, RequestSeal seal, ForwardingKey key) {
        this.forwarding = forwarding;
        this.seal = seal;
        this.key = key;
    }

    /** There is a connection; from now on something may arrive. */
    void begin() {
        isBegun = true;
    }

    /** Takes an interim answer. */
    void interim(HttpFields headers) {
        if (reply(headers).filter(OwnerReply.READS::equals).isPresent()) {
            forwarding.ask();
        }
    }

    private Optional<OwnerReply> reply(HttpFields headers) {
        return seal.reply(headers.get(RequestSeal.HEADER), key);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // whether it had ended already is heard of in the end
    public void onContentSource(org.eclipse.jetty.client.Response answer, Content.Source body) {
        isAnswered = true;
        reply = reply(answer.getHeaders());
        if (isServed()) {
            try {
                pass(answer, body);
            } catch (RuntimeException | Error e) { // which nobody above would tell the client of
                broken(e);
            }
        } else {
            answer.abort(new IOException("no answer for the client"));
        }
    }

    private boolean isServed() {
        return reply.filter(OwnerReply.SERVED::equals).isPresent();
    }

    private void pass(org.eclipse.jetty.client.Response answer, Content.Source body) {
        Response to = forwarding.response();
        int status = answer.getStatus();
        to.setStatus(status);
        copy(answer.getHeaders(), to.getHeaders());
        Callback sent = Callback.from(this::sent, this::broken);
        boolean isBodiless =
                forwarding.isHead() || status == HttpStatus.NO_CONTENT_204 || status == HttpStatus.NOT_MODIFIED_304;
        if (isBodiless) { // as the last write, it would be counted
            to.write(false, null, Callback.from(() -> Content.Source.consumeAll(body, sent), sent::failed));
        } else {
            Content.copy(body, to, sent);
        }
    }

    /** Jetty's own headers, such as the date, cannot be removed, but replaced. */
    private static void copy(HttpFields from, HttpFields.Mutable to) {
        List<HttpField> jettys = to.stream().toList();
        for (HttpField field : from) {
            if (OF_A_HOP.contains(field.getHeader()) || field.is(RequestSeal.HEADER)) {
                continue;
            }
            if (jettys.stream().anyMatch(own -> own.is(field.getName()))) {
                to.put(field);
            } else {
                to.add(field);
            }
        }
    }

    /** The client has the whole answer; the request to the owner may go on, if the body is still passed on. */
    private void sent() {
        if (forwarding.isUnread()) {
            isDismissed = true;
            forwarding.dismiss();
        } else {
            end();
        }
    }

    private void end() {
        if (ends.incrementAndGet() == 2) {
            forwarding.end();
        }
    }

    private void broken(Throwable failure) {
        forwarding.leave(failure);
        forwarding.cut();
    }

    @Override
    public void onComplete(Result result) {
        if (isDismissed) {
            return;
        }
        if (isServed()) {
            end();
        } else if (reply.filter(OwnerReply.CUT::equals).isPresent()) {
            forwarding.cut();
        } else {
            forwarding.lose(!isBegun || isAnswered);
        }
    }
}

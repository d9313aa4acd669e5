package dev.hubtwin.client;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets the pages of a list, one by one, as {@code Link} leads from each to the next. */
final class Pages<T> {

    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;[^,<]*\\brel=\"next\"");

    private final ClientTransport transport;
    private final PageReader<T> reader;

    /** Takes the elements out of an answer. */
    @FunctionalInterface
    private interface PageReader<T> {
        List<T> read(byte[] body) throws IOException;
    }

    private Pages(ClientTransport transport, PageReader<T> reader) {
        this.transport = transport;
        this.reader = reader;
    }

    /** Returns the pages of a list whose answers are lists. */
    static <T> Pages<T> of(ClientTransport transport, Class<T> element) {
        return new Pages<>(transport, body -> Json.read(body, Json.listOf(element)));
    }

    /**
     * Returns the pages of a list that is a member of its answers.
     *
     * @param elements takes the list out of an answer
     */
    static <R, T> Pages<T> of(ClientTransport transport, Class<R> page, Function<R, List<T>> elements) {
        return new Pages<>(transport, body -> elements.apply(Json.read(body, Json.type(page))));
    }

    ListPage<T> get(Call call) {
        return ClientTransport.joined(call, getAsync(call));
    }

    CompletableFuture<ListPage<T>> getAsync(Call call) {
        return transport.send(call, answer -> new ListPage<>(reader.read(answer.body()), next(call, answer)));
    }

    /** Only a page of the same server is asked for: the credential is nobody else's business. */
    private Optional<URI> next(Call call, Answer answer) {
        Optional<URI> next = answer.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .flatMap(link -> Origin.resolve(answer.uri(), link.group(1)).stream())
                .findFirst();
        Origin home = Origin.of(URI.create(transport.settings().baseUrl()));
        next.map(Origin::of).filter(there -> !there.equals(home)).ifPresent(there -> {
            String reason = "the next page is at " + there + ", which is another server";
            throw new UnexpectedAnswerException(
                    Refusal.of(call, answer, Json.tree(new byte[0])).with(reason), null);
        });
        return next;
    }
}

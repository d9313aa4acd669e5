package dev.hubtwin.client;

import com.fasterxml.jackson.databind.JavaType;
import dev.hubtwin.client.invoker.ApiClient;
import dev.hubtwin.client.invoker.ApiException;
import dev.hubtwin.client.invoker.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything that a list has, page after page as {@code Link} leads on; a page is asked for when it is come to.
 *
 * <pre>{@code
 * Pages.of(client, () -> client.organizations().listWithHttpInfo(null, 100), OrganizationSimple.class).stream()
 * }</pre>
 *
 * @param <T> what the list is of
 */
public final class Pages<T> implements Iterable<T> {

    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>\\s*;[^,<]*\\brel=\"next\"");

    private final GitHubClient client;
    private final Call<ApiResponse<?>> first;
    private final JavaType type;
    private final Function<Object, List<T>> elements;

    /** Something that GitHub is asked for. */
    @FunctionalInterface
    public interface Call<R> {

        /** Asks, once. */
        R ask() throws ApiException;
    }

    /** A page was refused, on the way through them; the cause says why. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(ApiException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private Pages(GitHubClient client, Call<ApiResponse<?>> first, JavaType type, Function<Object, List<T>> elements) {
        this.client = client;
        this.first = first;
        this.type = type;
        this.elements = elements;
    }

    /** The pages of a list; {@code first} asks for the first of them. */
    @SuppressWarnings("unchecked")
    public static <T> Pages<T> of(GitHubClient client, Call<ApiResponse<List<T>>> first, Class<T> element) {
        JavaType type = client.getObjectMapper().getTypeFactory().constructCollectionType(List.class, element);
        return new Pages<>(client, first::ask, type, page -> (List<T>) page);
    }

    /** The pages of a list that is a member of something: {@code elements} takes it out of there. */
    public static <R, T> Pages<T> of(
            GitHubClient client, Call<ApiResponse<R>> first, Class<R> page, Function<R, List<T>> elements) {
        JavaType type = client.getObjectMapper().getTypeFactory().constructType(page);
        return new Pages<>(client, first::ask, type, one -> elements.apply(page.cast(one)));
    }

    /** Everything, in order. */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Begins with the first page, each time anew; {@link Refused} when a page is. */
    @Override
    public Iterator<T> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<T> {

        private Iterator<T> page = Collections.emptyIterator();
        private Optional<URI> next = Optional.empty();
        private boolean begun;

        @Override
        public boolean hasNext() {
            if (!begun) {
                turn(asked(first));
                begun = true;
            }
            while (!page.hasNext() && next.isPresent()) {
                URI there = next.get();
                turn(asked(() -> get(there)));
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }

        private void turn(ApiResponse<?> answer) {
            page = elements.apply(answer.getData()).iterator();
            next = link(answer.getHeaders());
        }
    }

    private static ApiResponse<?> asked(Call<ApiResponse<?>> call) {
        try {
            return call.ask();
        } catch (ApiException e) {
            throw new Refused(e);
        }
    }

    private static Optional<URI> link(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Link"))
                .flatMap(header -> header.getValue().stream())
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> URI.create(found.group(1)))
                .findFirst();
    }

    /** Only where the client asks anyway: its credential is nobody else's business. */
    private ApiResponse<?> get(URI there) throws ApiException {
        URI base = URI.create(client.getBaseUri());
        if (!there.getScheme().equals(base.getScheme()) || !there.getAuthority().equals(base.getAuthority())) {
            throw new ApiException("the next page is at " + there.getAuthority() + ", which is another server");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(there).header("Accept", "application/json");
        client.getRequestInterceptor().accept(request);
        try {
            return read(client.getHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new ApiException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }

    private ApiResponse<?> read(HttpResponse<InputStream> answer) throws IOException, ApiException {
        try (InputStream body = ApiClient.getResponseBody(answer)) {
            if (answer.statusCode() / 100 != 2) {
                throw new ApiException(
                        answer.statusCode(),
                        "a page was answered " + answer.statusCode(),
                        answer.headers(),
                        new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            Object data = client.getObjectMapper().readValue(body, type);
            return new ApiResponse<>(answer.statusCode(), answer.headers().map(), data);
        }
    }
}

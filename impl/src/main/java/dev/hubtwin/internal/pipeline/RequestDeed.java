package dev.hubtwin.internal.pipeline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hubtwin.internal.jetty.JerseyApplication;
import dev.hubtwin.internal.jetty.JettyContainer;
import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.journal.Deed;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that changed a world.
 *
 * @param authority as in {@link RootResolver.Head}, and so the scheme and the raw path
 * @param query as it was sent; null without one
 * @param address of who sent it
 * @param headers by their names as they came
 * @param body null if it is not a text, or there is none
 * @param bytes the body, if it is not a text; null else
 * @param status of the answer
 */
@JsonTypeName("request")
public record RequestDeed(
        String method,
        String scheme,
        String authority,
        String path,
        String query,
        String address,
        Map<String, List<String>> headers,
        String body,
        byte[] bytes,
        int status)
        implements Deed {

    private static final int LARGE = 1 << 20;

    /** A request that has not been answered; copied, for the pipeline changes what it is given. */
    static RequestDeed of(RootResolver.Head head, ContainerRequestContext request) {
        byte[] sent = (byte[]) request.getProperty(JettyContainer.BODY);
        String text = text(sent);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return new RequestDeed(
                head.method(),
                head.scheme(),
                head.authority(),
                head.rawPath(),
                request.getUriInfo().getRequestUri().getRawQuery(),
                (String) request.getProperty(JettyContainer.ADDRESS),
                headers,
                text,
                text == null ? sent : null,
                0);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // kept as bytes
        }
    }

    /** Returns whether it takes more room in the log than a snapshot of most worlds would. */
    boolean isLarge() {
        return (body == null ? bytes.length : body.length()) > LARGE;
    }

    RequestDeed answered(int with) {
        return new RequestDeed(method, scheme, authority, path, query, address, headers, body, bytes, with);
    }

    /** Returns what the roots decide by. */
    public RootResolver.Head head() {
        return new RootResolver.Head(method, authority, scheme, path, this::header);
    }

    private String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    /** Returns this as the application takes it. */
    public JerseyApplication.Replayed replayed() {
        byte[] sent = body == null ? bytes : body.getBytes(StandardCharsets.UTF_8);
        return new JerseyApplication.Replayed(method, query, scheme.equals("https"), address, headers, sent);
    }
}

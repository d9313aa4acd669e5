package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.State;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.jetty.StreamedBody;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a state as the seed file has it, byte for byte, and as YAML where YAML is accepted, while it is sent. Runs
 * after the strict response has been unpacked and before what writes any other body.
 */
@Priority(StateWriter.PRIORITY)
public final class StateWriter implements ContainerResponseFilter {

    private static final Pattern YAML = Pattern.compile("\\b(application|text)/(x-)?yaml\\b");

    static final int PRIORITY = 3000;

    private final Provider<RequestContext> exchange;

    @Inject
    public StateWriter(Provider<RequestContext> exchange) {
        this.exchange = exchange;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof State state) {
            boolean yaml = acceptsYaml(exchange.get().accept());
            response.setEntity(body(state, yaml ? DocumentFormat.YAML : DocumentFormat.JSON));
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_TYPE,
                            (yaml ? "application/yaml" : "application/json") + "; charset=utf-8");
        }
    }

    private static StreamedBody body(State state, DocumentFormat format) {
        return out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            SeedCodec.write(state, format, text);
            text.flush();
        };
    }

    /** Of the two, the one that is named first; what names neither gets JSON. */
    private static boolean acceptsYaml(String accept) {
        String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        Matcher yaml = YAML.matcher(types);
        int json = types.indexOf("json");
        return yaml.find() && (json < 0 || yaml.start() < json);
    }
}

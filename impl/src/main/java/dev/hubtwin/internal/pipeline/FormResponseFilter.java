package dev.hubtwin.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.rest.MediaTypes;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.util.stream.Collectors;

/** Writes an answer of an operation that takes forms as a form, or as XML, unless the request accepts JSON. */
@Priority(FormResponseFilter.PRIORITY)
public final class FormResponseFilter implements ContainerResponseFilter {

    /** Before everything is written as JSON. */
    static final int PRIORITY = JsonResponseFilter.PRIORITY + 1;

    private final ObjectMapper json;

    @Inject
    public FormResponseFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestContext exchange = RequestContext.of(request);
        if (response.getStatus() != 200
                || !exchange.operation().filter(Operation::isForm).isPresent()
                || MediaTypes.acceptsJson(exchange.accept())) {
            return;
        }
        JsonNode members = json.valueToTree(response.getEntity());
        boolean xml = MediaTypes.acceptsXml(exchange.accept());
        response.setEntity((xml ? xml(members) : form(members)).getBytes(UTF_8));
        response.getHeaders()
                .putSingle(HttpHeaders.CONTENT_TYPE, (xml ? "application/xml" : MediaTypes.FORM) + "; charset=utf-8");
    }

    private static String form(JsonNode members) {
        return members.properties().stream()
                .map(member -> member.getKey() + "="
                        + URLEncoder.encode(member.getValue().asText(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String xml(JsonNode members) {
        return members.properties().stream()
                .map(member -> "<" + member.getKey() + ">"
                        + HtmlPage.escape(member.getValue().asText()) + "</" + member.getKey() + ">")
                .collect(Collectors.joining("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAuth>", "</OAuth>"));
    }
}

package dev.hubtwin.internal.jetty;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers that many responses have in common: encoded once, and added past Jersey, which would copy them twice. */
public final class CommonHeaders {

    private static final String PROPERTY = CommonHeaders.class.getName();

    private final List<HttpField> fields;

    /** Encodes headers. */
    public CommonHeaders(Map<String, String> headers) {
        fields = headers.entrySet().stream()
                .<HttpField>map(header -> new PreEncodedHttpField(header.getKey(), header.getValue()))
                .toList();
    }

    /** Adds these to the response to a request, which must not have any of them already. */
    public void addTo(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** Returns those that are to be added to the response to a request. */
    static List<HttpField> of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof CommonHeaders common ? common.fields : List.of();
    }
}

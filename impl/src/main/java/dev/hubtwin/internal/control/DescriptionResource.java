package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.api.DescriptionApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published description, as it was bundled. */
public final class DescriptionResource implements DescriptionApi {

    private static final String YAML = read("/openapi/openapi.yaml");
    private static final String JSON = read("/openapi/openapi.json");
    private static final String PAGE = read("/openapi/openapi.html");

    @Override
    public GetYamlResponse getYaml() {
        return new GetYamlResponse.Ok(YAML);
    }

    @Override
    public GetJsonResponse getJson() {
        return new GetJsonResponse.Ok(JSON);
    }

    @Override
    public GetPageResponse getPage() {
        return new GetPageResponse.Ok(PAGE);
    }

    private static String read(String resource) {
        try (InputStream in = DescriptionResource.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

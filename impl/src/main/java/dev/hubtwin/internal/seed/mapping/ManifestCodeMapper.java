package dev.hubtwin.internal.seed.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hubtwin.internal.control.model.StateManifestCode;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.app.ManifestCode;
import java.time.Instant;
import java.util.Map;

/** A manifest code, in and out. The manifest is kept as it was sent: its being valid is judged when it is converted. */
final class ManifestCodeMapper {

    private static final JsonMapper JSON = new JsonMapper();

    private ManifestCodeMapper() {}

    /** A code that does not say when it was made, was made {@code now}: it is good for an hour. */
    static ManifestCode read(StateManifestCode code, ReferenceResolver names, Instant now, DocumentPath place) {
        return new ManifestCode(
                code.code(),
                names.account(code.owner(), place.at("owner")).id(),
                JSON.valueToTree(Values.or(code.manifest(), Map.of())).toString(),
                Values.instant(code.createdAt(), now),
                code.used());
    }

    static StateManifestCode write(ManifestCode code, ReferenceResolver names) {
        return StateManifestCode.builder()
                .code(code.code())
                .owner(names.login(code.ownerId()))
                .createdAt(Values.time(code.createdAt()))
                .used(code.used())
                .manifest(manifest(code))
                .build();
    }

    private static Map<String, Object> manifest(ManifestCode code) {
        try {
            Map<String, Object> manifest = JSON.readValue(code.manifest(), new TypeReference<>() {});
            return manifest.isEmpty() ? null : manifest;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is kept as JSON", e);
        }
    }
}

package dev.hubtwin.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.control.model.StateManifestCode;
import dev.hubtwin.world.ManifestCode;
import java.time.Instant;
import java.util.Map;

/** A manifest code, in and out. The manifest is kept as it was sent: its being valid is judged when it is converted. */
final class CodeForm {

  private CodeForm() {}

  /** A code that does not say when it was made, was made {@code now}: it is good for an hour. */
  static ManifestCode read(StateManifestCode code, Names names, Instant now, Place place) {
    return new ManifestCode(
        code.code(),
        names.account(code.owner(), place.at("owner")).id(),
        Syntax.JSON.mapper().valueToTree(Values.or(code.manifest(), Map.of())).toString(),
        Values.instant(code.createdAt(), now),
        code.used());
  }

  static StateManifestCode write(ManifestCode code, Names names) {
    return StateManifestCode.builder()
        .code(code.code())
        .owner(names.login(code.ownerId()))
        .createdAt(Values.time(code.createdAt()))
        .used(code.used())
        .manifest(manifest(code))
        .build();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> manifest(ManifestCode code) {
    try {
      JsonNode manifest = Syntax.JSON.mapper().readTree(code.manifest());
      return manifest.isEmpty() ? null : Syntax.JSON.mapper().convertValue(manifest, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is kept as JSON", e);
    }
  }
}

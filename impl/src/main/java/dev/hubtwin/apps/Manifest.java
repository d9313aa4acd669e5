package dev.hubtwin.apps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.http.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a manifest says of the app that it is to become (R128). Members that are not named here are passed over. */
record Manifest(JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NAME = 34;
  private static final Set<String> LEVELS = Set.of("read", "write", "admin");

  /**
   * Reads a manifest.
   *
   * @param text JSON
   * @throws Refusal 422 with each thing that is wrong with it
   */
  static Manifest read(String text) {
    Manifest manifest = new Manifest(parsed(text));
    List<String> faults = manifest.faults();
    if (!faults.isEmpty()) {
      throw Refusal.validationFailed(faults);
    }
    return manifest;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw Refusal.validationFailed(List.of("Manifest is no JSON"));
    }
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    addIf(faults, slug().isEmpty(), "Name can't be blank");
    addIf(faults, name().length() > LONGEST_NAME, "Name is too long (maximum is " + LONGEST_NAME + " characters)");
    addIf(faults, !isUrl(json.path("url")), "Url must be a valid URL");
    addIf(faults, !isAbsentOr(hook(), hook().isObject()), "Hook attributes must be an object");
    addIf(faults, hook().isObject() && !isUrl(hook().path("url")), "Hook url must be a valid URL");
    addIf(faults, !isAbsentOr(hook().path("active"), hook().path("active").isBoolean()), "Hook active must be true or false");
    addIf(faults, !isAbsentOr(json.path("public"), json.path("public").isBoolean()), "Public must be true or false");
    addIf(faults, !isAbsentOr(json.path("description"), json.path("description").isTextual()), "Description must be a text");
    addIf(faults, !areEvents(json.path("default_events")), "Default events must be a list of names");
    addIf(faults, !arePermissions(json.path("default_permissions")), "Default permissions must be levels by name");
    return faults;
  }

  private static void addIf(List<String> faults, boolean wrong, String fault) {
    if (wrong) {
      faults.add(fault);
    }
  }

  private static boolean isAbsentOr(JsonNode node, boolean good) {
    return node.isMissingNode() || node.isNull() || good;
  }

  private static boolean isUrl(JsonNode node) {
    try {
      URI url = URI.create(node.asText());
      return node.isTextual() && url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean areEvents(JsonNode node) {
    boolean good = node.isArray();
    for (JsonNode event : node) {
      good &= event.isTextual();
    }
    return isAbsentOr(node, good);
  }

  private static boolean arePermissions(JsonNode node) {
    return isAbsentOr(node, node.isObject()
        && node.properties().stream().allMatch(one -> LEVELS.contains(one.getValue().asText())));
  }

  /** The name of the app. */
  String name() {
    return json.path("name").isTextual() ? json.path("name").textValue().strip() : "";
  }

  /** The name as addresses have it; empty if nothing of it is left. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /** Where events go, and whether they do; missing or null if nowhere. */
  JsonNode hook() {
    return json.path("hook_attributes");
  }
}

package dev.hubtwin.internal.apps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.world.app.App;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a manifest says of the app that it is to become (R128). */
public record Manifest(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 34;
    private static final int LONGEST = 1 << 16;
    private static final Set<String> LEVELS = Set.of("read", "write", "admin");

    /**
     * Reads a manifest.
     *
     * @param text JSON
     * @throws ApiException 422 with each thing that is wrong with it
     */
    static Manifest read(String text) {
        Manifest manifest = new Manifest(parsed(text));
        List<String> faults = manifest.faults();
        if (!faults.isEmpty()) {
            throw ApiException.validationFailed(faults);
        }
        return manifest;
    }

    /** The {@code redirect_url} of a text, whether or not the rest of it is a manifest. */
    public static Optional<String> redirectUrl(String text) {
        try {
            return Optional.ofNullable(new Manifest(parsed(text)).redirectUrl());
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(String text) {
        if (text.length() > LONGEST) {
            throw ApiException.validationFailed(
                    List.of("Manifest is too long (maximum is " + LONGEST + " characters)"));
        }
        try {
            return requireText(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw ApiException.validationFailed(List.of("Manifest is not JSON"));
        }
    }

    /** Half a character, escaped, is JSON; but nothing that could be sent again. */
    private static JsonNode requireText(JsonNode json) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(json.toString())) {
            throw ApiException.validationFailed(List.of("Manifest is not text"));
        }
        return json;
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        addIf(faults, slug().isEmpty(), "Name can't be blank");
        addIf(faults, name().length() > LONGEST_NAME, "Name is too long (maximum is " + LONGEST_NAME + " characters)");
        addIf(faults, !isUrl(json.path("url")), "Url must be a valid URL");
        addIf(faults, !isAbsentOr(hook(), hook().isObject()), "Hook attributes must be an object");
        addIf(faults, hook().isObject() && !isUrl(hook().path("url")), "Hook url must be a valid URL");
        addIf(
                faults,
                !isAbsentOr(hook().path("active"), hook().path("active").isBoolean()),
                "Hook active must be true or false");
        addIf(
                faults,
                !isAbsentOr(json.path("redirect_url"), isUrl(json.path("redirect_url"))),
                "Redirect url must be a valid URL");
        addIf(
                faults,
                !isAbsentOr(json.path("callback_url"), isUrl(json.path("callback_url"))),
                "Callback url must be a valid URL");
        addIf(
                faults,
                !isAbsentOr(
                        json.path("callback_urls"),
                        json.path("callback_urls").isArray()
                                && json.path("callback_urls").valueStream().allMatch(Manifest::isUrl)),
                "Callback urls must be a list of valid URLs");
        addIf(
                faults,
                !isAbsentOr(json.path("setup_url"), isUrl(json.path("setup_url"))),
                "Setup url must be a valid URL");
        addIf(
                faults,
                !isAbsentOr(
                        json.path("setup_on_update"),
                        json.path("setup_on_update").isBoolean()),
                "Setup on update must be true or false");
        addIf(
                faults,
                !isAbsentOr(json.path("public"), json.path("public").isBoolean()),
                "Public must be true or false");
        addIf(
                faults,
                !isAbsentOr(json.path("description"), json.path("description").isTextual()),
                "Description must be a text");
        addIf(faults, !areEvents(json.path("default_events")), "Default events must be a list of names");
        addIf(faults, !arePermissions(json.path("default_permissions")), "Default permissions must be levels by name");
        faults.addAll(ManifestVocabulary.DESCRIBED.faults(json));
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
        return HttpUrls.read(node.textValue()).isPresent();
    }

    private static boolean areEvents(JsonNode node) {
        boolean good = node.isArray();
        for (JsonNode event : node) {
            good &= event.isTextual();
        }
        return isAbsentOr(node, good);
    }

    private static boolean arePermissions(JsonNode node) {
        return isAbsentOr(
                node,
                node.isObject()
                        && node.properties().stream()
                                .allMatch(one -> LEVELS.contains(one.getValue().asText())));
    }

    /** The name of the app. */
    public String name() {
        return json.path("name").isTextual() ? json.path("name").textValue().strip() : "";
    }

    /** The name as addresses have it; empty if nothing of it is left. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Where users are sent who sign in by the app; the older form of one address comes first. */
    public List<String> callbacks() {
        return Stream.concat(
                        Stream.of(json.path("callback_url")),
                        json.path("callback_urls").valueStream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
    }

    /** Where events go, and whether they do; missing or null if nowhere. */
    public JsonNode hook() {
        return json.path("hook_attributes");
    }

    /** Where the browser goes with the code; null if it does not say. */
    public String redirectUrl() {
        return json.path("redirect_url").textValue();
    }

    /** Where the browser goes once the app is installed; null if nowhere. */
    App.Setup setup() {
        String url = json.path("setup_url").textValue();
        return url == null
                ? null
                : new App.Setup(url, json.path("setup_on_update").asBoolean());
    }
}

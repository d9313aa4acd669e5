package dev.hubtwin.internal.apps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import dev.hubtwin.internal.world.hook.Hook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/**
 * What a new app has that nobody can guess; drawn before it is made, for a key takes its time.
 *
 * @param key what it signs its JSON web tokens with
 */
record NewApp(AppKey key, String clientId, String clientSecret, String webhookSecret) {

    private static final int CLIENT_DIGITS = 16;
    private static final int SECRET_DIGITS = 40;

    /** Draws it all. */
    static NewApp draw() {
        return new NewApp(
                AppKeys.draw(),
                "Iv1." + RandomTokens.hex(CLIENT_DIGITS),
                RandomTokens.hex(SECRET_DIGITS),
                RandomTokens.hex(SECRET_DIGITS));
    }

    /** The app that a manifest describes. */
    App of(Manifest manifest, long id, long ownerId, Instant now) {
        JsonNode json = manifest.json();
        return new App(
                id,
                manifest.slug(),
                manifest.name(),
                null,
                ownerId,
                json.path("description").textValue(),
                json.path("url").textValue(),
                manifest.setup(),
                json.path("public").asBoolean(),
                TreePVector.singleton(key),
                clientId,
                clientSecret,
                new App.SignIn(TreePVector.from(manifest.callbacks()), true),
                webhook(manifest.hook()),
                levels(json.path("default_permissions")),
                TreePVector.from(texts(json.path("default_events"))),
                TreePVector.empty(),
                now,
                now);
    }

    private App.Webhook webhook(JsonNode hook) {
        return hook.isObject()
                ? new App.Webhook(
                        new Hook.Delivery(hook.path("url").textValue(), "json", webhookSecret, "0"),
                        hook.path("active").asBoolean(true))
                : null;
    }

    private static PMap<String, String> levels(JsonNode permissions) {
        Map<String, String> levels = new HashMap<>();
        permissions
                .properties()
                .forEach(one -> levels.put(one.getKey(), one.getValue().textValue()));
        return HashTreePMap.from(levels);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}

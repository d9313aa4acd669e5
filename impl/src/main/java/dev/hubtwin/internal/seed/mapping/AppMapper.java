package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateApp;
import dev.hubtwin.internal.control.model.StateOauthApp;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.seed.document.Names;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.tls.RsaPem;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.TreePVector;

/**
 * Apps of both sorts, in and out. What identifies them and was not given is derived, so that it is the same each time.
 */
final class AppMapper {

    private AppMapper() {}

    /**
     * Reads an app.
     *
     * @param directory where a key file is that the app names; null if it may not name one
     */
    static App read(StateApp app, long id, ReferenceResolver names, Path directory, DocumentPath place) {
        Instant created = Values.created(app.createdAt());
        String clientId = clientId(app);
        return new App(
                id,
                app.slug(),
                Values.or(app.name(), app.slug()),
                app.nodeId(),
                names.account(app.owner(), place.at("owner")).id(),
                app.description(),
                app.externalUrl(),
                setup(app, place),
                app._public(),
                TreePVector.from(keys(app, directory, place)),
                clientId,
                Values.or(app.clientSecret(), secret(clientId)),
                new App.SignIn(Values.texts(app.callbackUrls()), app.expireUserTokens()),
                HookMapper.read(app.webhook()),
                Values.levels(Values.or(app.permissions(), Map.of())),
                Values.texts(app.events()),
                Values.texts(app.singleFilePaths()),
                created,
                Values.instant(app.updatedAt(), created));
    }

    private static App.Setup setup(StateApp app, DocumentPath place) {
        DocumentException.throwIf(
                app.setupUrl() == null && app.setupOnUpdate(),
                place.at("setup_on_update"),
                "\"setup_url\" is missing; expected it too");
        return app.setupUrl() == null ? null : new App.Setup(app.setupUrl(), app.setupOnUpdate());
    }

    /** The client id that the app has or gets. */
    static String clientId(StateApp app) {
        return Values.or(
                app.clientId(),
                "Iv1." + Tokens.hash("client id of " + Names.lower(app.slug())).substring(0, 16));
    }

    private static String secret(String clientId) {
        return Tokens.hash("client secret of " + clientId).substring(0, 40);
    }

    private static List<AppKey> keys(StateApp app, Path directory, DocumentPath place) {
        List<AppKey> keys = new ArrayList<>();
        if (app.privateKey() != null) {
            keys.add(key(app.privateKey(), place.at("private_key")));
        }
        Lists.in(app.privateKeys(), place.at("private_keys"), (pem, at) -> keys.add(key(pem, at)));
        if (app.privateKeyFile() != null) {
            keys.add(key(
                    file(app.privateKeyFile(), directory, place.at("private_key_file")), place.at("private_key_file")));
        }
        return keys;
    }

    private static AppKey key(String pem, DocumentPath place) {
        try {
            return RsaPem.key(pem);
        } catch (IllegalArgumentException e) {
            throw new DocumentException(place, e.getMessage());
        }
    }

    private static String file(String name, Path directory, DocumentPath place) {
        DocumentException.throwIf(
                directory == null, place, "a file can only be named in a seed file; expected \"private_key\"");
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException | InvalidPathException e) {
            throw new DocumentException(
                    place, Excerpt.of(name) + " cannot be read; expected a file beside the seed file");
        }
    }

    static StateApp.Builder write(App app, ReferenceResolver names) {
        List<String> keys = app.keys().stream().map(AppKey::pem).toList();
        return StateApp.builder()
                .slug(app.slug())
                .id(app.id())
                .nodeId(app.givenNodeId())
                .name(Values.unless(app.name(), app.slug()))
                .owner(names.login(app.ownerId()))
                .description(app.description())
                .externalUrl(app.externalUrl())
                .setupUrl(app.setup() == null ? null : app.setup().url())
                .setupOnUpdate(app.setup() != null && app.setup().onUpdate())
                ._public(app.visible())
                .privateKey(keys.size() == 1 ? keys.get(0) : null)
                .privateKeys(keys.size() > 1 ? keys : null)
                .clientId(app.clientId())
                .clientSecret(app.clientSecret())
                .callbackUrls(Values.some(app.signIn().callbacks()))
                .expireUserTokens(app.signIn().expiring())
                .webhook(HookMapper.write(app.webhook()))
                .permissions(app.permissions().isEmpty() ? null : Values.levels(app.permissions()))
                .events(Values.some(app.events()))
                .singleFilePaths(Values.some(app.singleFilePaths()))
                .createdAt(Values.created(app.createdAt()))
                .updatedAt(Values.time(app.updatedAt(), app.createdAt()));
    }

    static OAuthApp read(StateOauthApp app) {
        return new OAuthApp(
                app.clientId(),
                Values.or(app.clientSecret(), secret(app.clientId())),
                Values.or(app.name(), app.clientId()),
                app.url(),
                app.callbackUrl());
    }

    static StateOauthApp write(OAuthApp app) {
        return StateOauthApp.builder()
                .clientId(app.clientId())
                .clientSecret(app.clientSecret())
                .name(Values.unless(app.name(), app.clientId()))
                .url(app.url())
                .callbackUrl(app.callbackUrl())
                .build();
    }
}

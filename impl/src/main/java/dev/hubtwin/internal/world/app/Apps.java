package dev.hubtwin.internal.world.app;

import dev.hubtwin.internal.world.index.IndexMaps;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Apps of both sorts, where they are installed, and the codes that turn manifests into apps.
 *
 * @param byId GitHub Apps
 * @param bySlug ids by slug in lower case
 * @param byName ids by name in lower case
 * @param byClientId ids by client id
 * @param oauthApps OAuth apps by client id
 * @param installations where GitHub Apps are installed
 * @param codes manifest codes
 * @param owned ids of GitHub Apps by their owners
 * @param ownedCodes manifest codes by their owners
 */
public record Apps(
        PMap<Long, App> byId,
        PMap<String, Long> bySlug,
        PMap<String, Long> byName,
        PMap<String, Long> byClientId,
        PMap<String, OAuthApp> oauthApps,
        Installations installations,
        PMap<String, ManifestCode> codes,
        PMap<Long, PSet<Long>> owned,
        PMap<Long, PSet<String>> ownedCodes) {

    public static final Apps NONE = new Apps(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            Installations.NONE,
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    /** The app with the id. */
    public Optional<App> app(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The app with the slug, in any case (R153). */
    public Optional<App> slugged(String slug) {
        return Optional.ofNullable(bySlug.get(lower(slug))).map(byId::get);
    }

    /** The app with the name, in any case: names are taken once. */
    public Optional<App> named(String name) {
        return Optional.ofNullable(byName.get(lower(name))).map(byId::get);
    }

    /** The app with the client id. */
    public Optional<App> client(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId)).map(byId::get);
    }

    /** The OAuth app with the client id. */
    public Optional<OAuthApp> oauthApp(String clientId) {
        return Optional.ofNullable(oauthApps.get(clientId));
    }

    /** The app of either sort with the client id. */
    public Optional<OAuthClient> oauthClient(String clientId) {
        return client(clientId).map(OAuthClient::of).or(() -> oauthApp(clientId).map(OAuthClient::of));
    }

    /** The manifest code, used up or not. */
    public Optional<ManifestCode> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** The ids of the GitHub Apps of an account. */
    public PSet<Long> ownedBy(long accountId) {
        return owned.getOrDefault(accountId, HashTreePSet.empty());
    }

    /** The manifest codes of an account. */
    public PSet<String> codesOf(long accountId) {
        return ownedCodes.getOrDefault(accountId, HashTreePSet.empty());
    }

    /** Returns this with the app in the place of the one with its id. */
    public Apps with(App app) {
        Apps others = without(app.id());
        return new Apps(
                others.byId.plus(app.id(), app),
                others.bySlug.plus(lower(app.slug()), app.id()),
                others.byName.plus(lower(app.name()), app.id()),
                others.byClientId.plus(app.clientId(), app.id()),
                oauthApps,
                installations,
                codes,
                IndexMaps.add(others.owned, app.ownerId(), app.id()),
                ownedCodes);
    }

    /** Returns this, each app that has no key with its one of {@code keys}, by its id; the others stay as they are. */
    public Apps withKeys(Map<Long, AppKey> keys) {
        Apps changed = this;
        for (Map.Entry<Long, AppKey> key : keys.entrySet()) {
            Optional<App> keyless = app(key.getKey()).filter(app -> app.keys().isEmpty());
            if (keyless.isPresent()) {
                changed = changed.with(keyless.get().with(key.getValue()));
            }
        }
        return changed;
    }

    /** Returns this with the OAuth app. */
    public Apps with(OAuthApp app) {
        return with(oauthApps.plus(app.clientId(), app));
    }

    /** Returns this with other installations. */
    public Apps with(Installations changed) {
        return new Apps(byId, bySlug, byName, byClientId, oauthApps, changed, codes, owned, ownedCodes);
    }

    /** Returns this with the manifest code. */
    public Apps with(ManifestCode code) {
        Apps others = withoutCode(code.code());
        return others.with(
                others.codes.plus(code.code(), code), IndexMaps.add(others.ownedCodes, code.ownerId(), code.code()));
    }

    /** Returns this without the app; where it is installed stays as it is. */
    public Apps without(long id) {
        App app = byId.get(id);
        return app == null
                ? this
                : new Apps(
                        byId.minus(id),
                        bySlug.minus(lower(app.slug())),
                        byName.minus(lower(app.name())),
                        byClientId.minus(app.clientId()),
                        oauthApps,
                        installations,
                        codes,
                        IndexMaps.remove(owned, app.ownerId(), id),
                        ownedCodes);
    }

    /** Returns this without the OAuth app. */
    public Apps withoutOAuthApp(String clientId) {
        return with(oauthApps.minus(clientId));
    }

    /** Returns this without the manifest code. */
    public Apps withoutCode(String code) {
        ManifestCode old = codes.get(code);
        return old == null ? this : with(codes.minus(code), IndexMaps.remove(ownedCodes, old.ownerId(), code));
    }

    private Apps with(PMap<String, OAuthApp> changed) {
        return new Apps(byId, bySlug, byName, byClientId, changed, installations, codes, owned, ownedCodes);
    }

    private Apps with(PMap<String, ManifestCode> changed, PMap<Long, PSet<String>> byOwner) {
        return new Apps(byId, bySlug, byName, byClientId, oauthApps, installations, changed, owned, byOwner);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

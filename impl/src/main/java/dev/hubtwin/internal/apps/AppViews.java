package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.api.model.AppFromManifest;
import dev.hubtwin.internal.api.model.Authorization;
import dev.hubtwin.internal.api.model.AuthorizationApp;
import dev.hubtwin.internal.api.model.Integration;
import dev.hubtwin.internal.api.model.ScopedInstallation;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.rest.Timestamps;
import dev.hubtwin.internal.view.InstallationViews;
import dev.hubtwin.internal.view.InstallationViews.SingleFiles;
import dev.hubtwin.internal.view.Permissions;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.OAuthApp;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Grant.Narrowing;
import dev.hubtwin.internal.world.token.Grant.UserToServer;
import dev.hubtwin.internal.world.token.Token;
import dev.hubtwin.internal.world.token.Tokens;
import java.util.List;
import java.util.Optional;

/** How apps, and what they are told once, look in answers. */
record AppViews(World world, Links links) {

    private static final int LAST = 8;
    /** GitHub registers no OAuth app without a site; a seed may. */
    private static final String NO_SITE = "https://example.com";

    /** An app as others see it. */
    Integration full(App app) {
        return common(app).build();
    }

    /** An app in its own eyes (R126). */
    Integration own(App app) {
        return common(app)
                .installationsCount(
                        (long) world.apps().installations().of(app.id()).size())
                .build();
    }

    private Integration.Builder common(App app) {
        return Integration.builder()
                .id(app.id())
                .slug(app.slug())
                .nodeId(app.nodeId())
                .owner(UserViews.simple(world.accounts().account(app.ownerId()).orElseThrow(), links))
                .name(app.name())
                .description(app.description())
                .externalUrl(app.externalUrl())
                .htmlUrl(links.html("/apps/" + app.slug()))
                .createdAt(Timestamps.utc(app.createdAt()))
                .updatedAt(Timestamps.utc(app.updatedAt()))
                .permissions(Permissions.view(app.permissions()))
                .events(List.copyOf(app.events()))
                .clientId(app.clientId());
    }

    /** An app just made, with its secrets (R128). */
    AppFromManifest made(App app) {
        Integration known = full(app);
        return AppFromManifest.builder()
                .id(known.id())
                .slug(known.slug())
                .nodeId(known.nodeId())
                .owner(known.owner())
                .name(known.name())
                .description(known.description())
                .externalUrl(known.externalUrl())
                .htmlUrl(known.htmlUrl())
                .createdAt(known.createdAt())
                .updatedAt(known.updatedAt())
                .permissions(known.permissions())
                .events(known.events())
                .clientId(app.clientId())
                .clientSecret(app.clientSecret())
                .webhookSecret(Optional.ofNullable(app.webhook())
                        .map(hook -> hook.config().secret())
                        .orElse(null))
                .pem(app.keys().get(0).pem())
                .build();
    }

    /** A token of a user for an app of either sort; of a narrowed one also what it reaches. */
    Authorization authorized(Token token) {
        Grant.OfApp grant = (Grant.OfApp) token.grant();
        return authorization(token, grant)
                .installation(
                        grant instanceof UserToServer of && of.narrowing() != null
                                ? installation(of.appId(), of.narrowing())
                                : null)
                .build();
    }

    private Authorization.Builder authorization(Token token, Grant.OfApp grant) {
        return Authorization.builder()
                .id(token.id())
                .url(links.api("/authorizations/" + token.id()))
                .scopes(grant instanceof Grant.Scoped scoped ? List.copyOf(scoped.scopes()) : List.of())
                .token(token.text())
                .tokenLastEight(token.text().substring(Math.max(0, token.text().length() - LAST)))
                .hashedToken(Tokens.hash(token.text()))
                .app(app(grant.authorization()))
                .note(token.label().note())
                .noteUrl(token.label().noteUrl())
                .fingerprint(token.label().fingerprint())
                .updatedAt(Timestamps.utc(token.updatedAt()))
                .createdAt(Timestamps.utc(token.createdAt()))
                .expiresAt(
                        token.expiresAt() == null
                                ? null
                                : Timestamps.utc(token.expiresAt().toInstant()))
                .user(UserViews.simple(world.accounts().user(grant.userId()).orElseThrow(), links));
    }

    private AuthorizationApp app(Grant.Authorization of) {
        if (of.appId() != null) {
            App app = world.apps().app(of.appId()).orElseThrow();
            return new AuthorizationApp(app.clientId(), app.name(), app.externalUrl());
        }
        OAuthApp app = world.apps().oauthApp(of.clientId()).orElseThrow();
        return new AuthorizationApp(app.clientId(), app.name(), app.url() == null ? NO_SITE : app.url());
    }

    private ScopedInstallation installation(long appId, Narrowing to) {
        App app = world.apps().app(appId).orElseThrow();
        RepositoryChoice reached = to.repositories().all()
                ? world.apps()
                        .installations()
                        .on(appId, to.targetId())
                        .map(Installation::selection)
                        .orElse(to.repositories())
                : to.repositories();
        SingleFiles files = SingleFiles.of(app, to.permissions());
        return new ScopedInstallation(
                Permissions.view(to.permissions()),
                InstallationViews.selection(reached),
                files.name(),
                files.several(),
                files.paths(),
                links.api("/user/repos"),
                UserViews.simple(world.accounts().account(to.targetId()).orElseThrow(), links));
    }
}

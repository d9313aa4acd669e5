package dev.hubtwin.internal.world.hook;

/** What a webhook belongs to, by its id. */
public record HookOwner(Kind kind, long id) {

    /** What can have webhooks. */
    public enum Kind {
        ORGANIZATION,
        REPOSITORY
    }

    /** An organization. */
    public static HookOwner organization(long id) {
        return new HookOwner(Kind.ORGANIZATION, id);
    }

    /** A repository. */
    public static HookOwner repository(long id) {
        return new HookOwner(Kind.REPOSITORY, id);
    }

    public boolean isRepository() {
        return kind == Kind.REPOSITORY;
    }
}

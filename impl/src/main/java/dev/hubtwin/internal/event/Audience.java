package dev.hubtwin.internal.event;

/** Whose webhooks hear of something. */
public sealed interface Audience {

    /** The repository that it is about; null if it is about none. */
    default Long repository() {
        return null;
    }

    /**
     * Every webhook of the account that subscribed to it, and that of every app installed there.
     *
     * @param repository the repository that it is about: an app must reach it; null if it is about none
     */
    record Subscribers(Long repository) implements Audience {}

    /**
     * One webhook of an organization or a repository.
     *
     * @param repository the repository that it belongs to; null if it belongs to an organization
     */
    record OneHook(long id, Long repository) implements Audience {}

    /** The app of one installation. */
    record OneInstallation(long id) implements Audience {}

    /** One app, wherever it is installed. */
    record OneApp(long id) implements Audience {}
}

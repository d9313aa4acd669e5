package dev.hubtwin.internal.traffic;

/**
 * Who called, by name. Members that the credential does not have are null.
 *
 * @param kind of the credential, as the description calls it
 * @param login of the user
 * @param app the slug of the app
 * @param installation its id
 * @param token as it was presented; nobody is to see it whole
 */
public record CallerName(String kind, String login, String app, Long installation, String token) {

    /** What an anonymous caller goes by. */
    public static final String ANONYMOUS = "anonymous";

    /** Whether this is the user or the app of that name, in any case, or nobody in particular. */
    public boolean is(String name) {
        return name.equalsIgnoreCase(login)
                || name.equalsIgnoreCase(app)
                || kind.equals(ANONYMOUS) && name.equals(ANONYMOUS);
    }

    /** Without the token, for what is shown to anybody. */
    @Override
    public String toString() {
        return kind + " " + (login == null ? app : login);
    }
}

package dev.hubtwin;

import dev.hubtwin.internal.control.SignInApproval;
import dev.hubtwin.internal.control.model.ApprovalCreate;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides for users what they would decide in a browser when an app asks them to sign in. Every method throws
 * {@link IllegalArgumentException} if there is no such user, app or code, or nothing that a browser would be asked.
 */
public final class TwinSignIns {

    private final WorldHandle handle;

    TwinSignIns(WorldHandle handle) {
        this.handle = handle;
    }

    /**
     * Approves that an app acts for a user.
     *
     * @param authorization where the app sends the browser, {@code /login/oauth/authorize} with its query; the host
     *     does not matter
     * @param login the login of the user
     * @return where the browser goes next, with a code or an error in its query
     */
    public URI approve(URI authorization, String login) {
        return decide(authorization, login, false);
    }

    /**
     * Refuses that an app acts for a user.
     *
     * @param authorization as in {@link #approve}
     * @param login the login of the user
     * @return where the browser goes next, with an error in its query
     */
    public URI deny(URI authorization, String login) {
        return decide(authorization, login, true);
    }

    /**
     * Approves that a device acts for a user.
     *
     * @param userCode what the device shows
     * @param login the login of the user
     */
    public void approveDevice(String userCode, String login) {
        decide(ApprovalCreate.builder().userCode(userCode).user(login).build());
    }

    /**
     * Refuses that a device acts for a user.
     *
     * @param userCode what the device shows
     * @param login the login of the user
     */
    public void denyDevice(String userCode, String login) {
        decide(ApprovalCreate.builder()
                .userCode(userCode)
                .user(login)
                .denied(true)
                .build());
    }

    private URI decide(URI authorization, String login, boolean denied) {
        return URI.create(Objects.requireNonNull(decide(ApprovalCreate.builder()
                .url(authorization.toString())
                .user(login)
                .denied(denied)
                .build())));
    }

    private @Nullable String decide(ApprovalCreate asked) {
        SignInApproval approval =
                new SignInApproval(handle.world(), handle.runtime().signIns(), handle.now());
        return handle.alone(() -> approval.decide(asked)).location();
    }
}

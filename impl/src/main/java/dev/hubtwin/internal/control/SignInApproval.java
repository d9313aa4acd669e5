package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Approval;
import dev.hubtwin.internal.control.model.ApprovalCreate;
import dev.hubtwin.internal.oauth.AuthorizationRequest;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Misdirected;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Parameters;
import dev.hubtwin.internal.oauth.DeviceApproval;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.QueryParameters;
import dev.hubtwin.internal.signin.SignIns;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Decides for users what they would decide in a browser.
 *
 * @param signIns the sign-ins that have begun in the world
 * @param now by the clock of the world
 */
public record SignInApproval(World world, SignIns signIns, Instant now) {

    private static final String AUTHORIZE = "/login/oauth/authorize";

    /**
     * Approves a sign-in, or denies it.
     *
     * @throws ApiException 422 if there is no such user, app or code, or nothing that a browser would be asked
     */
    public Approval decide(ApprovalCreate asked) {
        if ((asked.url() == null) == (asked.userCode() == null)) {
            throw ApiException.of(422, "Either \"url\" or \"user_code\" is needed.");
        }
        long user = user(asked.user()).id();
        if (asked.userCode() != null) {
            DeviceApproval.decide(signIns, asked.userCode(), user, asked.denied(), now);
            return new Approval(null);
        }
        return new Approval(location(asked.url(), user, asked.denied()));
    }

    private User user(String login) {
        Optional<User> user = login == null
                ? Optional.ofNullable(world.signedIn()).flatMap(world.accounts()::user)
                : world.accounts().user(login);
        return user.orElseThrow(() -> ApiException.of(
                422, login == null ? "Nobody is signed in; name the user." : "There is no user \"" + login + "\"."));
    }

    private String location(String url, long user, boolean denied) {
        int question = url.indexOf('?');
        if (question < 0 || !url.substring(0, question).endsWith(AUTHORIZE)) {
            throw ApiException.of(422, "\"url\" is not one of " + AUTHORIZE + ", with a query.");
        }
        Map<String, String> query = QueryParameters.decoded(url.substring(question + 1));
        Parameters parameters = new Parameters(
                query.get("client_id"),
                query.get("redirect_uri"),
                query.get("scope"),
                query.get("state"),
                query.get("code_challenge"),
                query.get("code_challenge_method"));
        try {
            AuthorizationRequest request = AuthorizationRequest.read(world, parameters);
            return denied ? request.deny() : request.approve(signIns, user, now);
        } catch (Misdirected elsewhere) {
            return elsewhere.location();
        } catch (ApiException refusal) {
            throw refusal.status() == 404 ? ApiException.of(422, "No app has the \"client_id\".") : refusal;
        }
    }
}

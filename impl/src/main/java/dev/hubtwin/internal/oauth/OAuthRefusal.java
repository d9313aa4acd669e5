package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.api.model.OauthAccessToken;
import dev.hubtwin.internal.api.model.OauthError;

/** Why there is no token: the errors that GitHub answers with the status 200, in its words. */
final class OAuthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TOKENS =
            "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#";
    private static final String AUTHORIZATIONS =
            "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#";
    private static final String DEVICES =
            "https://docs.github.com/developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow";

    private final OauthError error;
    private final String uri;
    private final Integer interval;

    private OAuthRefusal(OauthError error, String description, String uri, Integer interval) {
        super(description, null, false, false);
        this.error = error;
        this.uri = uri;
        this.interval = interval;
    }

    private static OAuthRefusal ofToken(OauthError error, String description) {
        return new OAuthRefusal(error, description, TOKENS + error.text().replace('_', '-'), null);
    }

    private static OAuthRefusal ofDevice(OauthError error, String description) {
        return new OAuthRefusal(error, description, DEVICES, null);
    }

    static OAuthRefusal incorrectClientCredentials() {
        return ofToken(
                OauthError.INCORRECT_CLIENT_CREDENTIALS, "The client_id and/or client_secret passed are incorrect.");
    }

    static OAuthRefusal badVerificationCode() {
        return ofToken(OauthError.BAD_VERIFICATION_CODE, "The code passed is incorrect or expired.");
    }

    static OAuthRefusal badRefreshToken() {
        return ofToken(OauthError.BAD_REFRESH_TOKEN, "The refresh token passed is incorrect or expired.");
    }

    static OAuthRefusal unsupportedGrantType() {
        return ofDevice(OauthError.UNSUPPORTED_GRANT_TYPE, "The grant_type passed is not supported.");
    }

    /** The address that was named is not one of the app's. */
    static OAuthRefusal redirectUriMismatch() {
        return new OAuthRefusal(
                OauthError.REDIRECT_URI_MISMATCH,
                "The redirect_uri MUST match the registered callback URL for this application.",
                AUTHORIZATIONS + "redirect-uri-mismatch",
                null);
    }

    /** The user said no, in a browser. */
    static OAuthRefusal accessDenied() {
        return new OAuthRefusal(
                OauthError.ACCESS_DENIED,
                "The user has denied your application access.",
                AUTHORIZATIONS + "access-denied",
                null);
    }

    /** The user said no to a device. */
    static OAuthRefusal deviceDenied() {
        return ofDevice(OauthError.ACCESS_DENIED, "The authorization request was denied.");
    }

    static OAuthRefusal authorizationPending() {
        return ofDevice(OauthError.AUTHORIZATION_PENDING, "The authorization request is still pending.");
    }

    /** A device asked too soon, and is to wait so many seconds from now on. */
    static OAuthRefusal slowDown(long interval) {
        return new OAuthRefusal(
                OauthError.SLOW_DOWN,
                "Too many requests have been made in the same timeframe.",
                DEVICES,
                Math.toIntExact(interval));
    }

    static OAuthRefusal expiredToken() {
        return ofDevice(OauthError.EXPIRED_TOKEN, "This 'device_code' has expired.");
    }

    static OAuthRefusal incorrectDeviceCode() {
        return ofDevice(OauthError.INCORRECT_DEVICE_CODE, "The device_code provided is not valid.");
    }

    /** The error as its word. */
    String error() {
        return error.text();
    }

    /** Where the error is explained. */
    String uri() {
        return uri;
    }

    /** The error as the body of an answer. */
    OauthAccessToken body() {
        return OauthAccessToken.builder()
                .error(error)
                .errorDescription(getMessage())
                .errorUri(uri)
                .interval(interval)
                .build();
    }
}

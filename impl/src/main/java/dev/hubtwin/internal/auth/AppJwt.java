package dev.hubtwin.internal.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import dev.hubtwin.internal.world.app.Apps;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON web token by which a GitHub App says who it is: RS256, for ten minutes at most (R124 to R127).
 *
 * @param signed header, payload and signature as they came
 * @param claims the payload
 */
record AppJwt(JWSObject signed, Map<String, Object> claims) {

    private static final String UNDECODABLE = "A JSON web token could not be decoded";
    private static final String ISSUER = "'Issuer' claim ('iss') must be an Integer";
    private static final String ISSUED_AT =
            "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    private static final String EXPIRES =
            "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    private static final String TOO_FAR = "'Expiration time' claim ('exp') is too far in the future";

    /** How far the clock of a client may be behind, as seen in {@code exp}. */
    private static final long BEHIND = Duration.ofSeconds(60).toSeconds();

    /** How far it may be ahead, as seen in {@code iat}: GitHub takes a few seconds and no more (R127). */
    private static final long AHEAD = Duration.ofSeconds(5).toSeconds();

    private static final long LONGEST = Duration.ofMinutes(10).toSeconds();
    private static final String ID = "[0-9]{1,18}";

    /**
     * Takes a token apart.
     *
     * @throws ApiException 401 for what is none, or names another algorithm than RS256: neither {@code none} nor a
     *     public key taken for a shared secret gets any further
     */
    static AppJwt parse(String text) {
        AppJwt token = decoded(text);
        if (token.claims() == null || !token.signed().getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)) {
            throw undecodable();
        }
        return token;
    }

    /** Besides what it declares, the library throws whatever strange JSON leads it to: null for a header, for one. */
    private static AppJwt decoded(String text) {
        try {
            JWSObject signed = JWSObject.parse(text);
            return new AppJwt(signed, signed.getPayload().toJSONObject());
        } catch (ParseException | RuntimeException e) {
            throw undecodable();
        }
    }

    /**
     * The app that the token names, by its id or its client id; the id may be a number or a text.
     *
     * @throws ApiException 401 if it names none, 404 for an unknown one
     */
    App issuer(Apps apps) {
        Object issuer = claims.get("iss");
        if (!(issuer instanceof Long) && !(issuer instanceof String text && !text.isBlank())) {
            throw refusal(ISSUER);
        }
        return found(apps, issuer.toString())
                .orElseThrow(() -> ApiException.ofCredential(404, "Integration not found"));
    }

    private static Optional<App> found(Apps apps, String issuer) {
        return issuer.matches(ID) ? apps.app(Long.parseLong(issuer)) : apps.client(issuer);
    }

    /**
     * Says nothing if one of the app's keys signed the token.
     *
     * @throws ApiException 401 if none did, or the app has none
     */
    void requireSignature(App app) {
        if (app.keys().isEmpty()) {
            throw refusal("Integration must generate a public key");
        }
        if (app.keys().stream().noneMatch(this::isSignedWith)) {
            throw undecodable();
        }
    }

    private boolean isSignedWith(AppKey key) {
        try {
            return signed.verify(new RSASSAVerifier(key.verifying()));
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }

    /**
     * Says nothing if the token is valid by the clock of the world or by that of the machine (decisions, Apps).
     *
     * @throws ApiException 401 if by neither; it says what the clock says that is nearer to the moment of issue
     */
    void requireTimes(Instant world, Instant machine) {
        if (!(claims.get("iat") instanceof Long issued)) {
            throw refusal(ISSUED_AT);
        }
        if (!(claims.get("exp") instanceof Number expires)) {
            throw refusal(EXPIRES);
        }
        Span span = new Span(issued, expires.doubleValue());
        Optional<String> byWorld = span.fault(world);
        Optional<String> byMachine = span.fault(machine);
        if (byWorld.isPresent() && byMachine.isPresent()) {
            throw refusal(Stream.of(world, machine)
                    .min(span::compare)
                    .flatMap(span::fault)
                    .orElseThrow());
        }
    }

    /** 401: it is none, or came as what it is not. */
    static ApiException undecodable() {
        return refusal(UNDECODABLE);
    }

    private static ApiException refusal(String message) {
        return ApiException.ofCredential(401, message);
    }

    /** From when to when, in seconds since 1970. */
    private record Span(long issued, double expires) {

        /** What is wrong at a moment, if anything is. */
        Optional<String> fault(Instant at) {
            double now = seconds(at);
            if (issued > now + AHEAD) {
                return Optional.of(ISSUED_AT);
            }
            if (!(expires > now - BEHIND)) {
                return Optional.of(EXPIRES);
            }
            return expires > now + LONGEST ? Optional.of(TOO_FAR) : Optional.empty();
        }

        int compare(Instant one, Instant other) {
            return Double.compare(Math.abs(seconds(one) - issued), Math.abs(seconds(other) - issued));
        }

        private static double seconds(Instant at) {
            return at.toEpochMilli() / 1000.0;
        }
    }
}

package dev.hubtwin.internal.world.app;

import java.security.interfaces.RSAPublicKey;

/**
 * A key of an app.
 *
 * @param pem as it was given or made; a public key alone is enough to verify
 * @param verifying what the app's JSON web tokens are verified with
 */
public record AppKey(String pem, RSAPublicKey verifying) {}

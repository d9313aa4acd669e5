package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.tls.RsaPem;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys that apps sign with. */
public final class AppKeys {

    private static final int BITS = 2048;

    private AppKeys() {}

    /** A new key, RSA with 2048 bits; it takes its time. */
    public static AppKey draw() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(BITS);
            return RsaPem.key(RsaPem.pkcs1(rsa.generateKeyPair()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** A new key for each app that has none, by the app's id. */
    public static Map<Long, AppKey> drawMissing(World world) {
        return world.apps().byId().values().stream()
                .filter(app -> app.keys().isEmpty())
                .collect(Collectors.toMap(App::id, app -> draw()));
    }
}

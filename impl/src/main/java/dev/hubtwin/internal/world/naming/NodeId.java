package dev.hubtwin.internal.world.naming;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Node ids in their older form, base64 of {@code 0<length><Type><id>} (conventions, section 9). */
public final class NodeId {

    private NodeId() {}

    /** The node id of the thing of {@code type} (User, Organization, Repository, Team, Integration …) with that id. */
    public static String of(String type, long id) {
        return of(type, Long.toString(id));
    }

    /** The node id of the thing of {@code type} (License …) with that key. */
    public static String of(String type, String key) {
        String plain = "0" + type.length() + ":" + type + key;
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    public static String orElse(@Nullable String given, String type, long id) {
        return given == null ? of(type, id) : given;
    }
}

package dev.hubtwin.internal.view;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hubtwin.internal.api.model.AppPermissions;
import dev.hubtwin.internal.api.model.PermissionReadWriteAdmin;
import dev.hubtwin.internal.auth.PermissionLevel;
import java.util.Map;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Permissions in bodies, and as the world has them: levels by name. */
public final class Permissions {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> LEVELS = new TypeReference<>() {};

    private Permissions() {}

    /** As bodies show them, by name; a world may have given levels that GitHub does not know for a name. */
    public static AppPermissions view(Map<String, String> levels) {
        Map<String, PermissionReadWriteAdmin> shown = new TreeMap<>();
        levels.forEach((name, level) -> shown.put(name, PermissionReadWriteAdmin.of(level)));
        return AppPermissions.builder().additionalProperties(shown).build();
    }

    /** As the world has them. */
    public static PMap<String, String> read(AppPermissions body) {
        return HashTreePMap.from(JSON.convertValue(body, LEVELS));
    }

    /** Whether all that is asked for, at its level, is contained in what is granted. */
    public static boolean contain(Map<String, String> granted, Map<String, String> asked) {
        return asked.entrySet().stream()
                .allMatch(one -> granted.containsKey(one.getKey())
                        && PermissionLevel.of(granted.get(one.getKey())).suffices(PermissionLevel.of(one.getValue())));
    }
}

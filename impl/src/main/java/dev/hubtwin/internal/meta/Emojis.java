package dev.hubtwin.internal.meta;

import java.util.Map;
import java.util.TreeMap;

/** Some emojis that can be written by name. */
final class Emojis {

    /** Where github.com has the pictures. */
    private static final String PICTURE = "https://github.githubassets.com/images/icons/emoji/unicode/%s.png?v8";

    /** The code points of the pictures, by name. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("+1", "1f44d"),
            Map.entry("-1", "1f44e"),
            Map.entry("bug", "1f41b"),
            Map.entry("confused", "1f615"),
            Map.entry("eyes", "1f440"),
            Map.entry("fire", "1f525"),
            Map.entry("heart", "2764"),
            Map.entry("memo", "1f4dd"),
            Map.entry("rocket", "1f680"),
            Map.entry("smile", "1f604"),
            Map.entry("sparkles", "2728"),
            Map.entry("tada", "1f389"),
            Map.entry("warning", "26a0"),
            Map.entry("white_check_mark", "2705"));

    /** The pictures by name, in the order of the names. */
    static final Map<String, String> PICTURES = pictures();

    private Emojis() {}

    private static Map<String, String> pictures() {
        Map<String, String> pictures = new TreeMap<>();
        CODES.forEach((name, code) -> pictures.put(name, PICTURE.formatted(code)));
        return pictures;
    }
}

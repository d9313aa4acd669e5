package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that is known to be secret, in whatever spelling: as it is, in JSON, in an address, or quoted for a shell.
 *
 * @param plain a part of it that every spelling has; it is quicker to look for
 * @param spelled finds every spelling
 */
record KnownSecret(String plain, Pattern spelled) {

    private static final int SHORTEST_CORE = 8;

    /**
     * What there is to look for if something is secret: it, and what is left of it within Base64, wherever it begins.
     */
    static Stream<KnownSecret> of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        Stream<String> cores = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.of(0, 1, 2).map(before -> core(encoder, before, bytes)))
                .filter(core -> core.length() >= SHORTEST_CORE)
                .distinct();
        return Stream.concat(Stream.of(known(secret, "")), cores.map(core -> known(core, "[\\w+/-]?")));
    }

    private static KnownSecret known(String text, String edge) {
        String plain = Arrays.stream(text.split("[^A-Za-z0-9]+"))
                .max(Comparator.comparing(String::length))
                .orElse("");
        String spelled = text.codePoints().mapToObj(KnownSecret::spelled).collect(Collectors.joining());
        return new KnownSecret(plain, Pattern.compile(edge + spelled + edge));
    }

    /** The characters that depend on nothing but the secret, if so many bytes stand before it. */
    private static String core(Base64.Encoder encoder, int before, byte[] secret) {
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        return encoder.encodeToString(all).substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }

    private static String spelled(int c) {
        String plain = Character.toString(c);
        if (plain.matches("[A-Za-z0-9]")) {
            return plain;
        }
        String escaped = plain.chars()
                .mapToObj(unit -> String.format("\\\\{1,3}u(?i:%04x)", unit))
                .collect(Collectors.joining());
        StringBuilder encoded = new StringBuilder();
        for (byte next : plain.getBytes(UTF_8)) {
            encoded.append(String.format("%%(?:25)*(?i:%02x)", next));
        }
        return "(?:" + escaped + "|" + encoded + "|" + own(plain) + ")";
    }

    private static String own(String plain) {
        return switch (plain) {
            case "\"", "/" -> "\\\\{0,3}" + plain;
            case "\\" -> "\\\\{1,4}";
            case "\n" -> "\n|\\\\{1,3}n";
            case "\r" -> "\r|\\\\{1,3}r";
            case "\t" -> "\t|\\\\{1,3}t";
            case " " -> "[ +]";
            case "'" -> "'(?:\\\\'')?";
            default -> Pattern.quote(plain);
        };
    }

    /** A text with something else in the place of the secret. */
    String replaced(String text, String by) {
        return text.contains(plain) ? spelled.matcher(text).replaceAll(by) : text;
    }
}

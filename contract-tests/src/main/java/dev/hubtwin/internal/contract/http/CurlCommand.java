package dev.hubtwin.internal.contract.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests as commands that repeat them in a POSIX shell. No credential stands in one: in its place stands a variable,
 * named after the member of the body that it is ({@code $ACCESS_TOKEN}, {@code $SECRET}), else {@code $TOKEN}.
 */
public final class CurlCommand {

    /** What a member of JSON is called that is secret, as a regular expression. */
    public static final String SECRETS = "token|access_token|hashed_token|client_secret|webhook_secret|secret|pem";
    /**
     * What looks like a token or a JSON web token, as a regular expression. It may begin anywhere: {@code %20} may be
     * before it, of which the end looks like a part of it. So that no search takes long, the long beginning of one is
     * one too.
     */
    public static final String TOKEN =
            "(?:gh[a-z]_|github_pat_)\\w{3,}|eyJ[\\w-]++(?:\\.[\\w-]++\\.[\\w-]*+|(?<=[\\w-]{200}))";

    private static final Pattern CREDENTIAL = Pattern.compile("(?<before>(\\S+ +)?)(?<secret>\\S.*)");
    /** What is asterisks already is GitHub's own mask, and is sent as it is. */
    private static final Pattern SECRET = Pattern.compile("(?<before>\"(?<name>" + SECRETS
            + ")\"\\s*:\\s*\")(?!\\*+\")(?<member>(?:[^\"\\\\]|\\\\.)++)" + "|(?<token>" + TOKEN + ")");
    /** What curl sends unless it is told otherwise. */
    private static final Map<String, String> UNASKED =
            Map.of("accept", "Accept", "content-type", "Content-Type", "user-agent", "User-Agent");

    private final UnaryOperator<String> mask;

    private CurlCommand(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    /**
     * The command that repeats what was exchanged.
     *
     * @param mask hides what else is secret, before it is quoted
     */
    public static String of(Exchange exchanged, UnaryOperator<String> mask) {
        return new CurlCommand(mask)
                .command(exchanged.method(), exchanged.uri(), exchanged.headers(), exchanged.body());
    }

    /** The command that sends a request; it prints the whole answer, headers too. */
    public static String of(String method, URI uri, HttpHeaders headers, byte[] body) {
        return new CurlCommand(UnaryOperator.identity()).command(method, uri, headers, body);
    }

    private String command(String method, URI uri, HttpHeaders headers, byte[] body) {
        StringJoiner command = new StringJoiner(" ").add("curl -i");
        if (method.equals("HEAD")) {
            command.add("--head");
        } else if (!method.equals("GET") || body.length > 0) {
            command.add("-X " + quoted(method));
        }
        headers.map().forEach((name, values) -> values.forEach(value -> command.add("-H " + header(name, value))));
        UNASKED.keySet().stream()
                .sorted()
                .filter(name -> headers.firstValue(name).isEmpty() && (body.length > 0 || !name.equals("content-type")))
                .forEach(name -> command.add("-H '" + UNASKED.get(name) + ":'"));
        Optional<String> text = text(body);
        if (body.length > 0) {
            command.add(text.isPresent() ? "--data-raw " + hidden(text.get()) : "--data-binary @-");
        }
        command.add("--globoff --path-as-is " + hidden(uri.toString()));
        return (text.isPresent() ? "" : "printf '" + octal(masked(body)) + "' | ") + command;
    }

    private String header(String name, String value) {
        if (value.isBlank()) {
            return quoted(name + ";");
        }
        Matcher credential = CREDENTIAL.matcher(value);
        return name.equalsIgnoreCase("Authorization") && credential.matches()
                ? hidden(name + ": " + credential.group("before")) + "\"$TOKEN\""
                : hidden(name + ": " + value);
    }

    /** A text in quotes, a variable in the place of each secret. */
    private String hidden(String text) {
        StringBuilder shown = new StringBuilder();
        Matcher secret = SECRET.matcher(text);
        int end = 0;
        while (secret.find()) {
            boolean member = secret.group("member") != null;
            shown.append(quoted(mask.apply(text.substring(end, secret.start(member ? "member" : "token")))))
                    .append("\"$")
                    .append(member ? secret.group("name").toUpperCase(Locale.ROOT) : "TOKEN")
                    .append('"');
            end = secret.end();
        }
        return end == text.length() && end > 0 ? shown.toString() : shown + quoted(mask.apply(text.substring(end)));
    }

    private byte[] masked(byte[] body) {
        return mask.apply(new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** A body that can stand in a command: in UTF-8, without control characters. */
    private static Optional<String> text(byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return Optional.of(text)
                    .filter(known -> known.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String octal(byte[] body) {
        StringBuilder format = new StringBuilder();
        for (byte next : body) {
            boolean plain = next >= ' ' && next < 127 && next != '\'' && next != '\\' && next != '%';
            format.append(plain ? Character.toString(next) : String.format("\\%03o", next & 0xff));
        }
        return format.toString();
    }
}

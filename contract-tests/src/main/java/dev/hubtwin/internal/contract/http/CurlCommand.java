package dev.hubtwin.internal.contract.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.spec.secret.FoundSecret;
import dev.hubtwin.internal.spec.secret.FoundSecret.Kind;
import dev.hubtwin.internal.spec.secret.SecretNames;
import dev.hubtwin.internal.spec.secret.SecretScanner;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests as commands that repeat them in a POSIX shell. No credential stands in one: in its place stands a variable,
 * named after whose it is if that is known ({@code $OWNER_TOKEN}), after the member of the body that it is
 * ({@code $ACCESS_TOKEN}, {@code $SECRET}), else {@code $TOKEN}. What was sent is not repeated in full if it is long:
 * then it is to be in the file {@code $BODY}.
 */
public final class CurlCommand {

    private static final Pattern CREDENTIAL = Pattern.compile("(?<before>(\\S+ +)?)(?<secret>\\S.*)");
    /** What curl sends unless it is told otherwise. */
    private static final Map<String, String> UNASKED =
            Map.of("accept", "Accept", "content-type", "Content-Type", "user-agent", "User-Agent");

    /** The kinds of secrets in whose place a variable stands. */
    private static final Set<Kind> VARIABLE = EnumSet.of(Kind.TOKEN, Kind.WEB_TOKEN, Kind.NAMED);

    private final UnaryOperator<String> mask;
    private final Map<String, String> variables;

    private CurlCommand(UnaryOperator<String> mask, Map<String, String> variables) {
        this.mask = mask;
        this.variables = variables;
    }

    /**
     * The command that repeats what was exchanged.
     *
     * @param mask hides what else is secret, before it is quoted
     * @param variables the names of variables, by the credentials that they stand for
     */
    public static String of(Exchange exchanged, UnaryOperator<String> mask, Map<String, String> variables) {
        return new CurlCommand(mask, variables)
                .command(exchanged.method(), exchanged.uri(), exchanged.headers(), exchanged.body());
    }

    /** The command that sends a request; it prints the whole answer, headers too. */
    public static String of(String method, URI uri, HttpHeaders headers, byte[] body) {
        return new CurlCommand(UnaryOperator.identity(), Map.of()).command(method, uri, headers, body);
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
        boolean cut = body.length >= Exchange.KEPT;
        Optional<String> text = cut ? Optional.empty() : text(body);
        if (body.length > 0) {
            command.add(text.isPresent() ? "--data-raw " + hidden(text.get()) : "--data-binary @-");
        }
        command.add("--globoff --path-as-is " + hidden(uri.toString()));
        boolean piped = text.isEmpty() && !cut;
        return (piped ? "printf '" + octal(masked(body)) + "' | " : "") + command + (cut ? " < \"$BODY\"" : "");
    }

    private String header(String name, String value) {
        if (value.isBlank()) {
            return quoted(name + ";");
        }
        Matcher credential = CREDENTIAL.matcher(value);
        if (name.equalsIgnoreCase("Authorization") && credential.matches()) {
            return hidden(name + ": " + credential.group("before")) + "\"$"
                    + variables.getOrDefault(credential.group("secret"), "TOKEN") + "\"";
        }
        return SecretNames.isSecret(name)
                ? quoted(name + ": ") + "\"$" + SecretNames.variable(name) + "\""
                : hidden(name + ": " + value);
    }

    /** A text in quotes, a variable in the place of each secret. */
    private String hidden(String text) {
        StringBuilder shown = new StringBuilder();
        int end = 0;
        for (FoundSecret secret : SecretScanner.scan(text)) {
            if (VARIABLE.contains(secret.kind())) {
                shown.append(quoted(mask.apply(text.substring(end, secret.start()))))
                        .append("\"$")
                        .append(variables.getOrDefault(
                                text.substring(secret.start(), secret.end()),
                                secret.name().isEmpty() ? "TOKEN" : SecretNames.variable(secret.name())))
                        .append('"');
                end = secret.end();
            }
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

package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests as commands that repeat them in a POSIX shell. No credential stands in one: in its place stands a variable,
 * named after the member of the body that it is ({@code $ACCESS_TOKEN}, {@code $CLIENT_SECRET}), else {@code $TOKEN}.
 */
public final class Curl {

  private static final Pattern CREDENTIAL = Pattern.compile("(?<before>(\\S+ +)?)(?<secret>\\S.*)");
  private static final Pattern SECRET = Pattern.compile(
      "(?<before>\"(?<name>access_token|client_secret)\"\\s*:\\s*\")(?<member>[^\"]+)"
          + "|\\b(?<token>(gh[a-z]_|github_pat_)\\w{3,}|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*)");
  /** What curl sends unless it is told otherwise. */
  private static final Map<String, String> UNASKED =
      Map.of("accept", "Accept", "content-type", "Content-Type", "user-agent", "User-Agent");

  private Curl() {}

  /** The command that repeats what was exchanged. */
  public static String of(Exchanged exchanged) {
    return of(exchanged.method(), exchanged.uri(), exchanged.headers(), exchanged.body());
  }

  /** The command that sends a request; it prints the whole answer, headers too. */
  public static String of(String method, URI uri, HttpHeaders headers, byte[] body) {
    StringJoiner command = new StringJoiner(" ").add("curl -i");
    if (method.equals("HEAD")) {
      command.add("--head");
    } else if (!method.equals("GET") || body.length > 0) {
      command.add("-X " + quoted(method));
    }
    headers.map().forEach((name, values) -> values.forEach(value -> command.add("-H " + header(name, value))));
    UNASKED.keySet().stream().sorted()
        .filter(name -> headers.firstValue(name).isEmpty() && (body.length > 0 || !name.equals("content-type")))
        .forEach(name -> command.add("-H '" + UNASKED.get(name) + ":'"));
    Optional<String> text = text(body);
    if (body.length > 0) {
      command.add(text.isPresent() ? "--data-raw " + hidden(text.get()) : "--data-binary @-");
    }
    command.add("--globoff --path-as-is " + hidden(uri.toString()));
    return (text.isPresent() ? "" : "printf '" + octal(body) + "' | ") + command;
  }

  private static String header(String name, String value) {
    if (value.isBlank()) {
      return quoted(name + ";");
    }
    Matcher credential = CREDENTIAL.matcher(value);
    return name.equalsIgnoreCase("Authorization") && credential.matches()
        ? quoted(name + ": " + credential.group("before")) + "\"$TOKEN\""
        : hidden(name + ": " + value);
  }

  /** A text in quotes, a variable in the place of each secret. */
  private static String hidden(String text) {
    StringBuilder shown = new StringBuilder();
    Matcher secret = SECRET.matcher(text);
    int end = 0;
    while (secret.find()) {
      boolean member = secret.group("member") != null;
      shown.append(quoted(text.substring(end, secret.start(member ? "member" : "token"))))
          .append("\"$").append(member ? secret.group("name").toUpperCase(Locale.ROOT) : "TOKEN").append('"');
      end = secret.end();
    }
    return end == text.length() && end > 0 ? shown.toString() : shown + quoted(text.substring(end));
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** A body that can stand in a command: in UTF-8, without control characters. */
  private static Optional<String> text(byte[] body) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return Optional.of(text).filter(known -> known.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
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

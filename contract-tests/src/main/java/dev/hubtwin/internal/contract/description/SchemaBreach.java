package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Breach.Kind;
import dev.hubtwin.internal.contract.http.MemberFault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a schema says against a value, as a breach. Its place is in the named schema that is nearest to it, as
 * {@code simple-user.login}, whatever answer the value is in.
 *
 * @param owner the name of the whole schema, if no part of it that leads to the error has a name
 */
record SchemaBreach(String owner, Error error) {

    private static final Pattern NAMED = Pattern.compile(".*/components/schemas/([^/]+)(.*)");
    private static final Pattern MEMBER = Pattern.compile("/properties/([^/]+)|(/items)(?=/|$)");
    private static final Pattern STEP = Pattern.compile("/(\\d+)(?=/|$)|/([^/]+)");

    /** Returns a breach for each error, but for those that only say that the value could have been null as well. */
    static List<Breach> all(String owner, List<Error> errors) {
        return errors.stream()
                .filter(error -> !isNullExpected(error) || errors.stream().noneMatch(other -> explains(other, error)))
                .map(error -> new SchemaBreach(owner, error).breach())
                .toList();
    }

    private static boolean isNullExpected(Error error) {
        return error.getMessage().endsWith("null expected");
    }

    private static boolean explains(Error inner, Error outer) {
        String place = outer.getInstanceLocation().toString();
        return !isNullExpected(inner)
                && (inner.getInstanceLocation() + "/").startsWith(place.endsWith("/") ? place : place + "/");
    }

    private Breach breach() {
        String path = path();
        String property = Optional.ofNullable(error.getProperty()).orElse("");
        return switch (Optional.ofNullable(error.getKeyword()).orElse("")) {
            case "required" ->
                breach(
                        Kind.MEMBER,
                        join(place(), property),
                        join(path, property) + " is missing",
                        MemberFault.pointer(where(), property),
                        type(property));
            case "additionalProperties" ->
                breach(
                        Kind.UNDESCRIBED,
                        join(place(), property),
                        join(path, property) + " is not described",
                        MemberFault.pointer(where(), property),
                        "");
            default ->
                breach(
                        Kind.VALUE,
                        place(),
                        (path.isEmpty() ? "the body" : path) + ": " + error.getMessage(),
                        where(),
                        error.getMessage());
        };
    }

    private Breach breach(Kind kind, String place, String title, String pointer, String expected) {
        String text = (where().isEmpty() ? "the body" : where()) + ": " + error.getMessage();
        return new Breach(kind, place, title, text).at(new MemberFault(pointer, expected));
    }

    /** Returns the type that the nearest named schema gives a member of its own; empty if it gives none. */
    private String type(String member) {
        Matcher named = NAMED.matcher(error.getSchemaLocation().toString());
        if (!named.matches() || !members(named.group(2)).isEmpty()) {
            return "";
        }
        JsonNode schema = Description.PUBLISHED.schemas().path(named.group(1));
        return Description.PUBLISHED
                .resolve(schema.path("properties").path(member))
                .path("type")
                .asText();
    }

    private String where() {
        return error.getInstanceLocation().toString();
    }

    /** Returns where in the schema it is. */
    private String place() {
        String location = error.getSchemaLocation().toString();
        Matcher named = NAMED.matcher(location);
        return named.matches() ? named.group(1) + members(named.group(2)) : owner + members(location);
    }

    private static String members(String location) {
        return MEMBER.matcher(location)
                .results()
                .map(step -> step.group(2) == null ? "." + step.group(1) : "[]")
                .collect(Collectors.joining());
    }

    /** Returns where in the body it is, as {@code [].owner.login}. */
    private String path() {
        String steps = STEP.matcher(where())
                .results()
                .map(step -> step.group(1) == null ? "." + step.group(2) : "[]")
                .collect(Collectors.joining());
        return steps.replaceFirst("^\\.", "");
    }

    private static String join(String path, String member) {
        return Stream.of(path, member).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
    }
}

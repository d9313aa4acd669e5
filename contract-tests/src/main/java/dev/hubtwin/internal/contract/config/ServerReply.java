package dev.hubtwin.internal.contract.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a server says when it is asked about a config.
 *
 * @param request the method and the path
 * @param status 0 if no answer came, {@link #EXHAUSTED} if nothing may be asked any longer
 * @param body missing if it is not JSON
 * @param scopes the scopes of the token, if the server tells them
 * @param next the path of the next page of a list, if there is one
 */
record ServerReply(String request, int status, JsonNode body, Optional<String> scopes, Optional<String> next) {

    static final int EXHAUSTED = -1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Whether what was asked for is there. */
    boolean isFound() {
        return status == 200 && body.isContainerNode();
    }

    /** Whether the server says that it is not there, unless it does not know the request at all. */
    boolean isMissing() {
        return status == 404;
    }

    /** Whether the server refuses the credential. */
    boolean isRefused() {
        return status == 401;
    }

    /** Whether the credential is none for this; a used-up rate limit is not meant. */
    boolean isForbidden() {
        return status == 403;
    }

    /** Returns a member of the body that can be a name or a number; empty if there is none. */
    Optional<String> name(String pointer) {
        return Optional.of(body.at(pointer).asText())
                .filter(text -> NAME.matcher(text).matches());
    }

    /** Returns a member of the body that is another name than some, in whatever case; empty if there is none. */
    Optional<String> otherName(String pointer, String name) {
        return name(pointer).filter(told -> !told.equalsIgnoreCase(name));
    }

    /** Whether a member of the body is a name, in whatever case. */
    boolean names(String pointer, String name) {
        return body.at(pointer).asText().equalsIgnoreCase(name);
    }

    /** Returns where the elements of a list are. */
    Stream<String> elements(String list) {
        return IntStream.range(0, body.at(list).size()).mapToObj(i -> list + "/" + i);
    }

    /** Returns a member of each element of a list, where it can be a name or a number. */
    List<String> each(String list, String member) {
        return elements(list)
                .flatMap(element -> name(element + member).stream())
                .toList();
    }

    /** Returns what came in place of something useful, as a sentence. */
    String failure() {
        return switch (status) {
            case EXHAUSTED -> "the rate limit is used up";
            case 0 -> request + " was not answered";
            case 200 -> request + " was answered with something unknown";
            default -> request + " was answered " + status;
        };
    }
}

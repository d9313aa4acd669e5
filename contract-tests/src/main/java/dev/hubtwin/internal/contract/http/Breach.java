package dev.hubtwin.internal.contract.http;

import java.util.Locale;
import java.util.Optional;

/**
 * What breaks the contract in an answer.
 *
 * @param place what breaks it: a header, a member of a schema, a status; the same at every server and in every order
 * @param title what is wrong, as the end of a sentence that begins with the operation
 * @param text what is wrong with this one answer, in full
 * @param member the member of this one body that is at fault; empty if none is, or more than one
 */
public record Breach(Kind kind, String place, String title, String text, Optional<MemberFault> member) {

    private static final int LONGEST_PLACE = 100;

    /** What else breaches of one place have in common, if they have one cause. */
    private enum Scope {
        SERVER,
        OPERATION,
        SCENARIO
    }

    /** The kinds of breaches, those first that break most. */
    public enum Kind {
        NO_ANSWER(Scope.OPERATION, "there is no complete answer"),
        STATUS(Scope.OPERATION, "the status is wrong: %s"),
        CREDENTIAL(Scope.SERVER, "the status is another than 401"),
        CONTENT_TYPE(Scope.SERVER, "the content type is not %s"),
        BODY(Scope.OPERATION, "the body is wrong: %s"),
        HEADER(Scope.SERVER, "the header %s is missing"),
        SURPLUS_HEADER(Scope.SERVER, "the header %s was not expected"),
        MEMBER(Scope.SERVER, "%s is missing"),
        VALUE(Scope.SERVER, "%s has a wrong value"),
        UNDESCRIBED(Scope.SERVER, "%s is not described"),
        ADDRESS(Scope.SERVER, "%s lead away from the root of the API"),
        DIALECT(Scope.SERVER, "%s are in the other dialect"),
        EXPECTATION(Scope.SCENARIO, "something else was expected"),
        RESTORATION(Scope.SCENARIO, "what was changed could not be put back");

        private final Scope scope;
        private final String phrase;

        Kind(Scope scope, String phrase) {
            this.scope = scope;
            this.phrase = phrase;
        }
    }

    /** Makes a breach that is not in one member of a body. */
    public Breach(Kind kind, String place, String title, String text) {
        this(kind, place, title, text, Optional.empty());
    }

    /** Returns this breach, in a member of the body. */
    public Breach at(MemberFault fault) {
        return new Breach(kind, place, title, text, Optional.of(fault));
    }

    /** Returns the breach of an answer that did not come, or not as a whole. */
    public static Breach noAnswer(String text) {
        return new Breach(Kind.NO_ANSWER, "", text, text);
    }

    /** Returns the breach of another status than the expected one. */
    public static Breach status(int expected, int came, String text) {
        return expected == 401
                ? new Breach(Kind.CREDENTIAL, "401-" + came, "the status is " + came + " where 401 is due", text)
                : new Breach(
                        Kind.STATUS,
                        expected + "-" + came,
                        "the status is " + came + " where " + expected + " is due",
                        text);
    }

    /** Returns the breach of a header that is missing. */
    public static Breach header(String name) {
        return new Breach(Kind.HEADER, name, "the header " + name + " is missing", "there is no header " + name);
    }

    /** Returns the breach of an expectation that one scenario has. */
    public static Breach expectation(String expected, String text) {
        return new Breach(Kind.EXPECTATION, "", "expected " + expected, text);
    }

    /** Returns the breach of something that a scenario could not put back. */
    public static Breach restoration(String text) {
        return new Breach(Kind.RESTORATION, "", "what was changed could not be put back", text);
    }

    /**
     * Returns the id of the cause. It depends neither on the URL of the server nor on what else was found.
     *
     * @param operation the id of the operation that was requested; empty if no operation fits the request
     * @param scenario the name of the scenario
     */
    public String id(String operation, String scenario) {
        String where = place.replaceAll("[^\\w./\\[\\]-]+", "_");
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (where.isEmpty() ? "" : ":" + where.substring(0, Math.min(LONGEST_PLACE, where.length())));
        return switch (kind.scope) {
            case SERVER -> what;
            case OPERATION -> what + "@" + (operation.isEmpty() ? "no-operation" : operation);
            case SCENARIO -> what + "@" + scenario;
        };
    }

    /** Returns what is wrong at more than one place of this kind, as the end of a sentence. */
    public String commonTitle() {
        return kind.phrase.formatted(place);
    }
}

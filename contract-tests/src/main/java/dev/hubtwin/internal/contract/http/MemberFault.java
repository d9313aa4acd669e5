package dev.hubtwin.internal.contract.http;

/**
 * A place in the body of an answer at which something is wrong.
 *
 * @param pointer the member at fault, as a JSON pointer; of one that is missing, where it belongs
 * @param expected what was expected there; empty if nothing was, or nobody knows
 */
public record MemberFault(String pointer, String expected) {

    /** Returns the pointer to a member of what another pointer leads to. */
    public static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}

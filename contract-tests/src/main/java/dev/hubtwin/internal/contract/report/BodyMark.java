package dev.hubtwin.internal.contract.report;

/**
 * A mark in the body of an answer.
 *
 * @param pointer the member that it is on, as a JSON pointer
 * @param missing whether the member is not there and should be
 * @param shown what is shown in the place of a missing one
 * @param note what is wrong, in words
 */
record BodyMark(String pointer, boolean missing, String shown, String note) {

    private static final int LONGEST_NOTE = 300;

    /** Makes a mark on a member that is there. */
    static BodyMark wrong(String pointer, String note) {
        return new BodyMark(pointer, false, "", cut(note));
    }

    /**
     * Makes a mark where a member is missing.
     *
     * @param type what the member would be; empty if nobody knows
     */
    static BodyMark missing(String pointer, String type) {
        return new BodyMark(pointer, true, type.isEmpty() ? "…" : type, "is missing");
    }

    private static String cut(String note) {
        return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) + "…" : note;
    }

    /** Returns the pointer to what the member is in. */
    String parent() {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** Returns the name of the member. */
    String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}

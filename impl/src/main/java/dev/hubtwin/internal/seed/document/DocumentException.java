package dev.hubtwin.internal.seed.document;

/** Refuses a document whose language is in order: something in it cannot be so. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient DocumentPath place;

    /**
     * Refuses a value.
     *
     * @param place where the value is
     * @param problem what is wrong and what was expected; it quotes no secrets
     */
    public DocumentException(DocumentPath place, String problem) {
        super(problem);
        this.place = place;
    }

    /** Returns where the value is. */
    public DocumentPath place() {
        return place;
    }

    /** Refuses a value if it is wrong. */
    public static void throwIf(boolean wrong, DocumentPath place, String problem) {
        if (wrong) {
            throw new DocumentException(place, problem);
        }
    }
}

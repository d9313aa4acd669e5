package dev.hubtwin.internal.contract.finding;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of a baseline: something wrong that a run may find and pass all the same.
 *
 * @param subject what it is about
 * @param name the id of the finding or of the operation, or the number of the rule
 * @param reason why it may be found
 * @param until the last day on which it counts; empty if it counts for ever
 */
record KnownFinding(Subject subject, String name, String reason, Optional<LocalDate> until) {

    /** The keys of an entry that say what it is about. */
    enum Subject {
        FINDING,
        OPERATION,
        RULE
    }

    boolean countsOn(LocalDate day) {
        return until.map(last -> !day.isAfter(last)).orElse(true);
    }

    boolean covers(Occurrence occurrence) {
        return switch (subject) {
            case FINDING -> occurrence.findingId().equals(name);
            case OPERATION -> occurrence.operation().equals(name);
            case RULE -> occurrence.result().behaviour().rules().contains(Integer.valueOf(name));
        };
    }

    @Override
    public String toString() {
        return subject == Subject.RULE ? "R" + name : name;
    }
}

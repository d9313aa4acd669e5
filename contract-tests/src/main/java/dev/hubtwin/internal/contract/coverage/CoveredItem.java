package dev.hubtwin.internal.contract.coverage;

/**
 * One thing that is described, and how often it was met.
 *
 * @param name a status ({@code 404}), a parameter ({@code query.sort}, {@code body.config.url}), a value of one
 *     ({@code query.sort="created"}), or the path of a member of an answer, through arrays too ({@code managers.login})
 * @param times how often
 * @param filled how often with another value than null
 */
public record CoveredItem(String name, Due due, long times, long filled) {

    /** Whether it has to be met. */
    public enum Due {
        /** By scenarios. */
        ALWAYS,
        /** By scenarios that set a fault; nothing else brings it. */
        BY_FAULT,
        /** It is counted beside the others: what is described and stands in no document. */
        NEVER
    }

    /** Whether it was met. */
    public boolean reached() {
        return times > 0;
    }

    /** Whether it was met, and always as null. */
    public boolean nullOnly() {
        return times > 0 && filled == 0;
    }
}

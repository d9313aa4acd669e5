package dev.hubtwin.internal.contract.coverage;

/**
 * A described item, and how often it was reached.
 *
 * @param name a status ({@code 404}), a parameter ({@code query.sort}, {@code body.config.url}), a value of one
 *     ({@code query.sort="created"}), or the path of a member of an answer, through arrays too ({@code managers.login})
 * @param times how often
 * @param filled how often with another value than null
 */
public record CoveredItem(String name, Due due, long times, long filled) {

    /** Whether it has to be reached. */
    public enum Due {
        /** By scenarios. */
        ALWAYS,
        /** By scenarios that set a fault; nothing else reaches it. */
        BY_FAULT,
        /** It is counted, but GitHub does not document it. */
        NEVER
    }

    /** Whether it was reached. */
    public boolean reached() {
        return times > 0;
    }

    /** Whether it was reached, and always as null. */
    public boolean nullOnly() {
        return times > 0 && filled == 0;
    }
}

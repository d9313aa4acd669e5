package dev.hubtwin.internal.exchange;

import java.util.Locale;

/** Where a request can be refused, for whom it concerns; see {@code FilterPriorities} for the order. */
public enum PipelineStage {
    TRANSPORT,
    ROUTING,
    CLIENT,
    CREDENTIAL,
    LIMIT,
    FAULT,
    ACCESS,
    QUERY,
    BODY,
    RULE;

    /** As the control API calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

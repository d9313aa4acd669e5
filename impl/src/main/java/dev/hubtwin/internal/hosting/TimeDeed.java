package dev.hubtwin.internal.hosting;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hubtwin.internal.journal.Deed;
import dev.hubtwin.internal.rest.Links;

/**
 * What time alone changed, when somebody looked.
 *
 * @param links of who looked: webhooks tell of it with them
 */
@JsonTypeName("time")
public record TimeDeed(Links links) implements Deed {}

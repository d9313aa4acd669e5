package dev.hubtwin.internal.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.hubtwin.internal.journal.Deed;
import java.util.List;

/**
 * A request that faults chose.
 *
 * @param chosen the ids of those that counted it, in their order
 */
@JsonTypeName("fault")
public record FaultDeed(List<Long> chosen) implements Deed {}

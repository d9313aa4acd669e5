package dev.hubtwin.internal.contract.http;

import dev.hubtwin.internal.contract.description.Description;
import java.util.List;
import java.util.Optional;

/**
 * What the description says of an answer.
 *
 * @param operation what the request meant, if it meant one
 * @param faults what breaks the contract
 * @param warnings what a strict reader would call a fault too
 */
public record Verdict(Optional<Description.Operation> operation, List<String> faults, List<String> warnings) {}

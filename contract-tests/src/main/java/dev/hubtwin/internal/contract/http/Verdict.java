package dev.hubtwin.internal.contract.http;

import java.util.List;
import java.util.Optional;

/**
 * What the description says of an answer.
 *
 * @param operation the id of the operation that was requested, as the description has it; empty if no operation fits
 *     the request
 * @param breaches what breaks the contract
 * @param warnings what a strict reader would call a fault too
 */
public record Verdict(Optional<String> operation, List<Breach> breaches, List<String> warnings) {}

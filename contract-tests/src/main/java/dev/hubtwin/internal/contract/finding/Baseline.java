package dev.hubtwin.internal.contract.finding;

import dev.hubtwin.internal.contract.result.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known to be wrong with a server.
 *
 * @param entries in the order of the file
 */
public record Baseline(List<KnownFinding> entries) {

    /** A baseline that knows nothing. */
    public static final Baseline EMPTY = new Baseline(List.of());

    /**
     * Reads a baseline.
     *
     * @throws IllegalArgumentException with one sentence that names the file and the line
     */
    public static Baseline read(Path file) {
        return new BaselineFile(file).read();
    }

    /**
     * Writes a baseline in which everything is known that a run found. What this one says of it stays.
     *
     * @param title makes a title that can be shown
     * @throws IllegalArgumentException if the file cannot be written
     */
    public void write(Path file, Assessment found, LocalDate today, Function<Finding, String> title) {
        List<KnownFinding> fresh = found.fresh().stream()
                .map(finding -> new KnownFinding(
                        KnownFinding.Subject.FINDING,
                        finding.id(),
                        "found on " + today + ": " + title.apply(finding),
                        Optional.empty()))
                .toList();
        List<KnownFinding> kept = entries.stream()
                .filter(entry -> entry.countsOn(today) && !found.vanished().contains(entry.toString()))
                .toList();
        new BaselineFile(file)
                .write(Stream.of(kept, fresh).flatMap(List::stream).toList());
    }

    /** Tells what is known of what results show. */
    public Assessment assess(Collection<Result> results, LocalDate today) {
        List<KnownFinding> counting =
                entries.stream().filter(entry -> entry.countsOn(today)).toList();
        Predicate<Occurrence> known = occurrence -> counting.stream().anyMatch(entry -> entry.covers(occurrence));
        List<Finding> all = Finding.of(results);
        List<Occurrence> occurrences =
                all.stream().flatMap(finding -> finding.occurrences().stream()).toList();
        return new Assessment(
                all.stream().flatMap(finding -> finding.only(known.negate())).toList(),
                all.stream().flatMap(finding -> finding.only(known)).toList(),
                counting.stream()
                        .filter(entry -> occurrences.stream().noneMatch(entry::covers))
                        .map(KnownFinding::toString)
                        .toList(),
                entries.stream()
                        .filter(entry -> !entry.countsOn(today))
                        .map(entry -> entry + " (until " + entry.until().orElseThrow() + ")")
                        .toList());
    }
}

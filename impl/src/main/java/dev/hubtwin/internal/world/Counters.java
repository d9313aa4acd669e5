package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.naming.WireName;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The ids and numbers that come next. Each stands above all that are or were in use, so nothing is used twice.
 *
 * @param ids by kind; 1 where nothing was counted yet
 * @param numbers by series; likewise
 */
public record Counters(PMap<Kind, Long> ids, PMap<Series, Integer> numbers) {

    /** What has an id space of its own. */
    public enum Kind implements WireName {
        ACCOUNTS,
        TEAMS,
        REPOSITORIES,
        HOOKS,
        APPS,
        INSTALLATIONS,
        TOKENS,
        KEYS
    }

    /** What is numbered within something else: campaigns in an organization, issues in a repository. */
    public enum Numbered implements WireName {
        CAMPAIGNS,
        ISSUES
    }

    /** The numbers of one kind within the organization or repository with the id. */
    public record Series(Numbered kind, long within) {}

    public static final Counters START = new Counters(HashTreePMap.empty(), HashTreePMap.empty());

    /** Returns this, nothing counted in the series. */
    public Counters without(Series series) {
        return new Counters(ids, numbers.minus(series));
    }

    /** The id that comes next. */
    public long next(Kind kind) {
        return ids.getOrDefault(kind, 1L);
    }

    /** Whether a number is left: the greatest one is never given, so that something can stand above it. */
    public boolean isLeft(Series series) {
        return next(series) < Integer.MAX_VALUE;
    }

    /** The number that comes next. */
    public int next(Series series) {
        return numbers.getOrDefault(series, 1);
    }

    /** Returns this, standing above an id that is in use. */
    public Counters above(Kind kind, long id) {
        return id < next(kind) ? this : new Counters(ids.plus(kind, id + 1), numbers);
    }

    /** Returns this, standing above a number that is in use. */
    public Counters above(Series series, int number) {
        return number < next(series) ? this : new Counters(ids, numbers.plus(series, number + 1));
    }
}

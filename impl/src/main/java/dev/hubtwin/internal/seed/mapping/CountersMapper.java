package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateCounters;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.slice.SliceKind;
import dev.hubtwin.internal.seed.slice.WorldSlice;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What comes next, in and out. */
final class CountersMapper {

    private CountersMapper() {}

    /** The counter of the kind as it was given; null if it was not. */
    static Long given(StateCounters counters, Kind kind) {
        if (counters == null) {
            return null;
        }
        return switch (kind) {
            case ACCOUNTS -> counters.accounts();
            case TEAMS -> counters.teams();
            case REPOSITORIES -> counters.repositories();
            case HOOKS -> counters.hooks();
            case APPS -> counters.apps();
            case INSTALLATIONS -> counters.installations();
            case TOKENS -> counters.tokens();
            case KEYS -> counters.keys();
        };
    }

    /** The counters, raised to those that were given. */
    static Counters raised(Counters inUse, StateCounters given, ReferenceResolver names, DocumentPath place) {
        if (given == null) {
            return inUse;
        }
        Counters raised = inUse;
        for (Kind kind : Kind.values()) {
            Long next = given(given, kind);
            raised = next == null ? raised : raised.above(kind, next - 1);
        }
        raised = raised(
                raised,
                Numbered.CAMPAIGNS,
                given.campaigns(),
                login -> names.account(login, place.at("campaigns").at(login)).id());
        return raised(
                raised,
                Numbered.ISSUES,
                given.issues(),
                name -> names.repository(name, place.at("issues").at(name)).id());
    }

    private static Counters raised(
            Counters counters, Numbered kind, Map<String, Integer> given, Function<String, Long> id) {
        Counters raised = counters;
        for (Map.Entry<String, Integer> next :
                Values.or(given, Map.<String, Integer>of()).entrySet()) {
            raised = raised.above(new Series(kind, id.apply(next.getKey())), next.getValue() - 1);
        }
        return raised;
    }

    /** Returns the counters, and numbers in what is in the slice; null if nothing was counted yet. */
    static StateCounters write(Counters counters, WorldSlice slice, ReferenceResolver names) {
        return counters.ids().isEmpty() && counters.numbers().isEmpty()
                ? null
                : StateCounters.builder()
                        .accounts(counters.ids().get(Kind.ACCOUNTS))
                        .teams(counters.ids().get(Kind.TEAMS))
                        .repositories(counters.ids().get(Kind.REPOSITORIES))
                        .hooks(counters.ids().get(Kind.HOOKS))
                        .apps(counters.ids().get(Kind.APPS))
                        .installations(counters.ids().get(Kind.INSTALLATIONS))
                        .tokens(counters.ids().get(Kind.TOKENS))
                        .keys(counters.ids().get(Kind.KEYS))
                        .campaigns(numbers(counters, Numbered.CAMPAIGNS, slice, SliceKind.ACCOUNTS, names::login))
                        .issues(numbers(
                                counters,
                                Numbered.ISSUES,
                                slice,
                                SliceKind.REPOSITORIES,
                                id -> names.fullName(names.repository(id))))
                        .build();
    }

    private static Map<String, Integer> numbers(
            Counters counters, Numbered kind, WorldSlice slice, SliceKind within, Function<Long, String> name) {
        Stream<Series> counted = slice.isWhole()
                ? counters.numbers().keySet().stream().filter(series -> series.kind() == kind)
                : slice.<Long>keys(within).stream()
                        .map(id -> new Series(kind, id))
                        .filter(counters.numbers()::containsKey);
        Map<String, Integer> numbers = new TreeMap<>();
        counted.forEach(series -> numbers.put(name.apply(series.within()), counters.next(series)));
        return numbers.isEmpty() ? null : numbers;
    }
}

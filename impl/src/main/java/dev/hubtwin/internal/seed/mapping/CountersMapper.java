package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateCounters;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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

    /** Returns the counters, or null if nothing was counted yet. */
    static StateCounters write(Counters counters, ReferenceResolver names) {
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
                        .campaigns(numbers(counters, Numbered.CAMPAIGNS, names::login))
                        .issues(numbers(counters, Numbered.ISSUES, id -> names.fullName(names.repository(id))))
                        .build();
    }

    private static Map<String, Integer> numbers(Counters counters, Numbered kind, Function<Long, String> name) {
        Map<String, Integer> numbers = new TreeMap<>();
        counters.numbers().forEach((series, next) -> {
            if (series.kind() == kind) {
                numbers.put(name.apply(series.within()), next);
            }
        });
        return numbers.isEmpty() ? null : numbers;
    }
}

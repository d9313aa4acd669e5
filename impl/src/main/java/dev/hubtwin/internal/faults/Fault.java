package dev.hubtwin.internal.faults;

import dev.hubtwin.internal.traffic.CallerName;
import dev.hubtwin.internal.traffic.PathPattern;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Something that goes wrong: for which requests, how, and when. */
public record Fault(Choice choice, Effect effect, Timing timing) {

    /** The statuses with which a gateway before GitHub answers any operation. */
    public static final Set<Integer> GATEWAY = Set.of(500, 502, 503, 504);

    /** A request as far as a choice looks at it. */
    public record Asked(String operation, String method, String path, boolean limited, Supplier<CallerName> caller) {}

    /**
     * Which requests; null members choose any.
     *
     * @param operations the ids of operations
     * @param method of the operation
     * @param caller a name, as {@link CallerName#is} takes it
     */
    public record Choice(Set<String> operations, String method, PathPattern path, String caller) {

        boolean fits(Asked asked) {
            return (operations == null || operations.contains(asked.operation()))
                    && (method == null || method.equals(asked.method()))
                    && (path == null || path.fits(asked.path()))
                    && (caller == null || asked.caller().get().is(caller));
        }
    }

    /** A refusal by a limit. */
    public enum Limit {
        EXHAUSTED,
        SECONDARY
    }

    /**
     * What happens.
     *
     * @param status of an answer in the place of the rule's; null: the rule answers
     * @param body of that answer; null: as the description or the limit has it
     * @param headers of any answer
     * @param retryAfter seconds; null: nothing is said
     * @param limit which limit refuses; null: none
     * @param before whether the rule does not even run
     * @param delivery how the answer is sent
     */
    public record Effect(
            Integer status,
            Object body,
            Map<String, String> headers,
            Integer retryAfter,
            Limit limit,
            boolean before,
            ResponseFault delivery) {}

    /**
     * When; null members leave it open.
     *
     * @param times how often at most
     * @param every at every nth request chosen
     * @param probability how likely
     * @param seed what the draws begin with
     */
    public record Timing(Integer times, Integer every, Double probability, Long seed) {}

    /** Whether the choice is for the request. A window can only be exhausted of a caller who has one. */
    boolean isFor(Asked asked) {
        return choice.fits(asked) && (effect.limit() != Limit.EXHAUSTED || asked.limited());
    }
}

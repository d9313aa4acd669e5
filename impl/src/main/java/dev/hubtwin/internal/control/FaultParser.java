package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.FaultBreak;
import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.faults.Fault;
import dev.hubtwin.internal.faults.ResponseFault;
import dev.hubtwin.internal.faults.ResponseFault.Break;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.traffic.PathPattern;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Faults as they are set, held against the description of GitHub's API. */
public final class FaultParser {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Set<String> FRAMING = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private FaultParser() {}

    /**
     * Reads a fault.
     *
     * @throws ApiException 422 if its members do not go together, or an operation that it chooses never answers so
     */
    public static Fault read(FaultCreate form, ApiDescription contract) {
        checkMembers(form);
        Fault.Effect effect = effect(form);
        List<Operation> chosen = FaultTargets.operations(form, contract);
        if (effect.status() != null) {
            chosen.forEach(operation -> checkStatus(operation, effect, chosen));
        }
        Fault.Choice choice = new Fault.Choice(
                form.operations() == null ? null : Set.copyOf(form.operations()),
                form.method() == null ? null : form.method().text(),
                form.path() == null ? null : PathPattern.of(form.path()),
                form.caller());
        return new Fault(choice, effect, new Fault.Timing(form.times(), form.every(), form.probability(), form.seed()));
    }

    private static void checkMembers(FaultCreate form) {
        boolean answers = form.status() != null || form.rateLimit() != null;
        require(
                answers || form.headers() != null || form.delay() != null || form.broken() != null,
                "A fault says what happens: by status, rate_limit, headers, delay or broken.");
        require(
                answers || form.body() == null && form.retryAfter() == null,
                "body and retry_after belong to a status or a rate_limit.");
        require(
                !isBefore(form) || form.broken() == FaultBreak.CUT && !answers,
                "before belongs to broken: cut, and to no answer.");
        require(form.every() == null || form.probability() == null, "every and probability exclude each other.");
        require(form.seed() == null || form.probability() != null, "seed belongs to a probability.");
    }

    private static Fault.Effect effect(FaultCreate form) {
        Fault.Limit limit = limit(form);
        Integer status = limit != null && form.status() == null ? Integer.valueOf(FORBIDDEN) : form.status();
        require(
                limit == null || status == FORBIDDEN || status == TOO_MANY_REQUESTS,
                "A limit refuses with 403 or 429.");
        Break broken =
                form.broken() == null ? Break.NONE : Break.valueOf(form.broken().name());
        return new Fault.Effect(
                status,
                form.body(),
                headers(form),
                form.retryAfter(),
                limit,
                isBefore(form),
                new ResponseFault(delay(form.delay()), broken));
    }

    /** Nobody is refused by a limit and not told which: clients would not know whether to wait a minute or an hour. */
    private static Fault.Limit limit(FaultCreate form) {
        if (form.rateLimit() != null) {
            return Fault.Limit.valueOf(form.rateLimit().name());
        }
        boolean isUnsaid = form.status() != null && form.status() == TOO_MANY_REQUESTS && form.body() == null;
        return isUnsaid ? Fault.Limit.SECONDARY : null;
    }

    private static Map<String, String> headers(FaultCreate form) {
        Map<String, String> headers = form.headers() == null ? Map.of() : form.headers();
        headers.keySet()
                .forEach(name -> require(
                        NAME.matcher(name).matches() && !FRAMING.contains(name.toLowerCase(Locale.ROOT)),
                        "No fault sets a header \"" + name + "\"."));
        return Map.copyOf(headers);
    }

    private static boolean isBefore(FaultCreate form) {
        return Boolean.TRUE.equals(form.before());
    }

    private static Duration delay(String text) {
        try {
            Duration delay = text == null ? Duration.ZERO : Duration.parse(text);
            if (delay.compareTo(LONGEST) <= 0) {
                return delay;
            }
        } catch (DateTimeException e) {
            // as good as one that is too long
        }
        throw ApiException.of(422, "delay takes a duration like PT0.5S, of a day at most.");
    }

    private static void checkStatus(Operation operation, Fault.Effect effect, List<Operation> chosen) {
        if (Fault.GATEWAY.contains(effect.status())) {
            return;
        }
        require(
                operation.statuses().contains(effect.status()),
                operation.id() + " does not answer " + effect.status()
                        + "; the statuses that all operations chosen have are " + words(shared(chosen)) + ".");
        require(
                effect.body() == null
                        || operation.mediaTypes().get(effect.status()).equals(MediaType.APPLICATION_JSON),
                operation.id() + " has no JSON body when it answers " + effect.status() + ".");
    }

    private static Set<Integer> shared(List<Operation> chosen) {
        Set<Integer> shared = new TreeSet<>(chosen.get(0).statuses());
        chosen.forEach(operation -> shared.retainAll(operation.statuses()));
        return shared;
    }

    private static String words(Set<Integer> statuses) {
        return statuses.toString().replaceAll("[\\[\\]]", "");
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw ApiException.of(422, otherwise);
        }
    }
}

package dev.hubtwin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells from an answer what it means. */
final class Refusals {

    private Refusals() {}

    /** Returns what an answer other than a success means. */
    static GitHubException of(Call call, Answer answer, Instant now) {
        JsonNode body = Json.tree(answer.body());
        Refusal refusal = Refusal.of(call, answer, body);
        if (answer.status() == 403 || answer.status() == 429) {
            Optional<Instant> reset = reset(answer);
            if (reset.isPresent()) {
                return new PrimaryRateLimitException(refusal, reset.get());
            }
            Optional<Duration> wait = answer.retryAfter(now);
            if (answer.status() == 429 || wait.isPresent() || isSecondary(refusal)) {
                return new SecondaryRateLimitException(refusal, wait.orElse(null));
            }
        }
        return switch (answer.status()) {
            case 401 -> new BadCredentialsException(refusal);
            case 403 -> new ForbiddenException(refusal);
            case 404 -> new NotFoundException(refusal);
            case 409 -> new ConflictException(refusal);
            case 410 -> new GoneException(refusal);
            case 400, 422 -> new ValidationException(refusal, body);
            case 500, 502, 503, 504 -> new UnavailableException(refusal);
            default -> new UnexpectedAnswerException(refusal, null);
        };
    }

    private static Optional<Instant> reset(Answer answer) {
        return answer.number("X-RateLimit-Remaining")
                                .filter(remaining -> remaining == 0)
                                .isPresent()
                        && answer.header("Retry-After").isEmpty()
                ? answer.number("X-RateLimit-Reset").map(Instant::ofEpochSecond)
                : Optional.empty();
    }

    private static boolean isSecondary(Refusal refusal) {
        String text = (refusal.reason() + refusal.documentationUrl()).toLowerCase(Locale.ROOT);
        return text.contains("secondary rate limit") || text.contains("secondary-rate-limit") || text.contains("abuse");
    }
}

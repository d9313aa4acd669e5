package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.result.Result;
import java.util.List;
import java.util.Optional;

/**
 * A failed run in text for readers without Java. Its secrets are masked.
 *
 * @param expectation what was expected, and what came instead
 * @param exchange the exchange at which it failed; empty without an exchange
 * @param before the exchanges before that, one a line
 */
public record Failure(String expectation, Optional<ExchangeText> exchange, List<String> before) {

    private static final int LONGEST = Exchange.KEPT / 5 * 4;
    private static final int MOST_BEFORE = 100;
    private static final int SHORT = 500;

    /**
     * An exchange as text.
     *
     * @param status that of the answer, or that there was no complete one
     * @param headers those of the answer, one a line
     * @param body that of the answer; empty without one
     * @param curl the command that repeats the request
     */
    public record ExchangeText(
            String operation, String request, String status, String headers, String body, String curl) {

        /** Returns the answer in one text. */
        public String response() {
            return status + "\n" + headers + (body.isEmpty() ? "" : "\n" + body);
        }
    }

    /** Makes the text of a failed run. */
    public static Failure of(Result result, SecretRedactor redactor) {
        Optional<Exchange> decisive = result.decisive();
        return new Failure(
                expectation(result, redactor, LONGEST),
                decisive.map(exchanged -> text(exchanged, redactor)),
                result.exchanges().stream()
                        .takeWhile(exchanged -> exchanged != decisive.orElse(null))
                        .limit(MOST_BEFORE)
                        .map(exchanged -> redactor.text(line(exchanged)))
                        .toList());
    }

    /** Makes the text of a failed run without what was exchanged. */
    static Failure brief(Result result, SecretRedactor redactor) {
        return new Failure(
                expectation(result, redactor, SHORT) + "\n(Details are left out: the report is long enough.)",
                Optional.empty(),
                List.of());
    }

    private static String expectation(Result result, SecretRedactor redactor, int most) {
        String reason = result.reason().isEmpty()
                ? result.thrown().map(Throwable::toString).orElse("")
                : result.reason();
        return redactor.beginning(reason, reason.length() >= Exchange.KEPT, most);
    }

    /** Returns how many characters it has. */
    int length() {
        return expectation.length()
                + before.stream().mapToInt(String::length).sum()
                + exchange.map(told -> told.request().length()
                                + told.response().length()
                                + told.curl().length())
                        .orElse(0);
    }

    private static String line(Exchange exchanged) {
        return exchanged.method() + " " + exchanged.uri() + " -> " + status(exchanged.answer());
    }

    private static String status(HttpAnswer answer) {
        return answer == HttpAnswer.NONE ? "no complete answer" : Integer.toString(answer.status());
    }

    private static ExchangeText text(Exchange exchanged, SecretRedactor redactor) {
        String sent = body(exchanged.body(), redactor);
        String request =
                exchanged.method() + " " + redactor.text(exchanged.uri().toString()) + "\n"
                        + redactor.headers(exchanged.headers()) + (sent.isEmpty() ? "" : "\n" + sent);
        return new ExchangeText(
                exchanged.verdict().operation().orElse(""),
                request,
                status(exchanged.answer()),
                redactor.headers(exchanged.answer().headers()),
                body(exchanged.answer().body(), redactor),
                redactor.curl(exchanged));
    }

    private static String body(byte[] body, SecretRedactor redactor) {
        return redactor.beginning(new String(body, UTF_8), body.length >= Exchange.KEPT, LONGEST);
    }
}

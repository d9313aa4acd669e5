package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.finding.Baseline;
import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Breach.Kind;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.MemberFault;
import dev.hubtwin.internal.contract.http.RequestLine;
import dev.hubtwin.internal.contract.http.UnmetExpectation;
import dev.hubtwin.internal.contract.http.Verdict;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A report on a server that does wrong whatever the page of a report can show. */
public final class SampleReport {

    private static final String ROOT = "https://ghe.example/api/v3";
    private static final Duration MOMENT = Duration.ofMillis(7);

    /** A page of two organizations: the first lacks its id, the second has it as a text, and a member too many. */
    private static final String ORGANIZATIONS = """
            [{"login":"forge","node_id":"O_1","url":"%1$s/orgs/forge","repos_url":"%1$s/r","events_url":"%1$s/e",\
            "hooks_url":"%1$s/h","issues_url":"%1$s/i","members_url":"%1$s/m{/member}",\
            "public_members_url":"%1$s/p{/member}","avatar_url":"https://ghe.example/a.png","description":null},\
            {"login":"smithy","id":"8","node_id":"O_8","url":"%1$s/orgs/smithy","repos_url":"%1$s/r",\
            "events_url":"%1$s/e","hooks_url":"%1$s/h","issues_url":"%1$s/i","members_url":"%1$s/m{/member}",\
            "public_members_url":"%1$s/p{/member}","avatar_url":"https://ghe.example/a.png","description":"<b>&amp;</b>"}]
            """.formatted(ROOT);

    private SampleReport() {}

    /** Returns the report; one of its findings is known. */
    public static Report make(Path folder) throws IOException {
        List<Result> results = new ArrayList<>();
        Exchange list = exchanged(
                "/organizations",
                200,
                ORGANIZATIONS,
                Breach.header("X-GitHub-Request-Id"),
                new Breach(Kind.MEMBER, "organization-simple.id", "[].id is missing", "/0: 'id' not found")
                        .at(new MemberFault("/0/id", "integer")),
                new Breach(Kind.VALUE, "organization-simple.id", "[].id: a string", "/1/id: a string")
                        .at(new MemberFault("/1/id", "string found, integer expected")));
        results.add(failed(
                "OrganizationsContract.OnAnyServer",
                "ascends",
                "GET /organizations lists in the order of creation (R34, R36)",
                "the list breaks the description",
                Optional.empty(),
                list));
        Exchange membership = exchanged(
                "/orgs/forge/memberships/mike",
                200,
                "{\"state\":\"active\",\"role\":\"member\",\"user\":{\"state\":1}}");
        results.add(failed(
                "MembershipsContract.OnAnyServer",
                "tellsOfInvitations",
                "GET /orgs/{org}/memberships/{username} of somebody who is invited is pending (R75, R77)",
                "",
                Optional.of(UnmetExpectation.of("the state pending", membership.answer())),
                membership));
        Exchange members = exchanged("/orgs/forge/public_members", 200, "[]");
        results.add(failed(
                "MembersContract.PublicMembers",
                "lists",
                "GET /orgs/{org}/public_members lists by login (R88)",
                "expected: <[anna, cleo, dirk]> but was: <[anna, dirk]>",
                Optional.of(new AssertionError()),
                members));
        Exchange hooks = exchanged(
                "/orgs/forge/hooks",
                500,
                "<h1>Unicorn!</h1>",
                new Breach(Kind.STATUS, "500", "the status is 500, which is not described", "the status 500"));
        results.add(failed(
                "WebhooksContract.OnAnyServer",
                "isForOwners",
                "GET /orgs/{org}/hooks is 404 for a caller who is not an owner (R104)",
                "the status is 500",
                Optional.empty(),
                hooks));
        results.add(
                result(Outcome.FLAKY, "OrganizationsContract.OnAnyServer", "beginsAfter", "with since (R37)", "once"));
        results.add(result(Outcome.SKIPPED, "AppsContract.Profiles", "", "Apps", "needs an app: set app.id"));
        results.add(result(Outcome.PASSED, "TeamsContract.Reading", "lists", "GET /orgs/{org}/teams lists (R1)", ""));
        Path known = Files.writeString(
                folder.resolve("known.yaml"), "known: [{operation: orgs/list-webhooks, reason: not yet}]");
        return report(results, Baseline.read(known));
    }

    /** Returns a report of so many failures, each with a cause of its own. */
    public static Report failures(int count) {
        Exchange list = exchanged("/organizations", 200, ORGANIZATIONS);
        List<Result> results = IntStream.range(0, count)
                .mapToObj(i -> failed(
                        "OrganizationsContract.OnAnyServer",
                        "m" + i,
                        "GET /organizations shows " + i + " (R34)",
                        "",
                        Optional.of(UnmetExpectation.of("the login " + i, list.answer())),
                        list))
                .toList();
        return report(results, Baseline.EMPTY);
    }

    private static Report report(List<Result> results, Baseline baseline) {
        Coverage coverage = new Coverage(Description.PUBLISHED);
        results.stream().flatMap(result -> result.exchanges().stream()).forEach(coverage::onExchange);
        return new Report(
                ROOT,
                Instant.EPOCH,
                Duration.ofSeconds(9),
                "",
                results,
                Map.of("orgs/list: /0: unknown member <b>", 3L),
                coverage.snapshot(),
                new SecretRedactor(List.of()),
                baseline.assess(results, LocalDate.EPOCH));
    }

    private static Result result(Outcome outcome, String group, String method, String text, String reason) {
        return new Result(
                new Behaviour(group, method, text), text, outcome, reason, Optional.empty(), MOMENT, List.of());
    }

    private static Result failed(
            String group, String method, String text, String reason, Optional<Throwable> thrown, Exchange exchange) {
        return new Result(
                new Behaviour(group, method, text), text, Outcome.FAILED, reason, thrown, MOMENT, List.of(exchange));
    }

    private static Exchange exchanged(String path, int status, String body, Breach... breaches) {
        URI uri = URI.create(ROOT + path);
        HttpHeaders sent = HttpHeaders.of(Map.of("Accept", List.of("*/*")), (name, value) -> true);
        Map<String, List<String>> came = new TreeMap<>(Map.of(
                "Content-Type",
                List.of(body.startsWith("<") ? "text/html" : "application/json; charset=utf-8"),
                "X-GitHub-Media-Type",
                List.of("github.v3; format=json")));
        if (!path.equals("/organizations")) {
            came.put("X-GitHub-Request-Id", List.of("0D1E"));
        }
        HttpAnswer answer = new HttpAnswer(
                status, HttpHeaders.of(came, (name, value) -> true), body.getBytes(UTF_8), new RequestLine("GET", uri));
        Verdict verdict = new Verdict(
                Description.PUBLISHED.operation("GET", path).map(Description.Operation::id),
                List.of(breaches),
                List.of());
        return new Exchange("GET", uri, sent, new byte[0], answer, verdict);
    }
}

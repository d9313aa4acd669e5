package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a report has before a browser comes to it; {@code ReportViewTest} looks at it in one. */
@DisplayName("The page of a report")
class HtmlReportTest {

    private String page;

    @BeforeEach
    void write(@TempDir Path folder) throws Exception {
        StringWriter out = new StringWriter();
        new HtmlReport(SampleReport.make(folder)).write(out);
        page = out.toString();
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String finding(String id) {
        int begin = page.indexOf("<section class=\"failure\" id=\"" + id + "\"");
        assertTrue(begin >= 0, () -> id + " is not among " + all("<section class=[^>]*"));
        return page.substring(begin, page.indexOf("</section>", begin));
    }

    @Test
    @DisplayName(
            "has an anchor for each finding, scenario and operation, each once, and leads to none that is not there")
    void hasAnchors() {
        List<String> anchors = all("(?<= id=\")[^\"]*");
        assertEquals(anchors.size(), Set.copyOf(anchors).size(), anchors::toString);
        assertTrue(
                anchors.containsAll(List.of(
                        "member:organization-simple.id",
                        "status:500@orgs/list-webhooks",
                        "OrganizationsContract.OnAnyServer.ascends",
                        "AppsContract.Profiles",
                        "orgs/list")),
                anchors::toString);
        Set<String> gone = new TreeSet<>(all("(?<= href=\"#)[^\"]*"));
        gone.removeAll(Set.copyOf(anchors));
        assertEquals(Set.of(), gone);
    }

    @Test
    @DisplayName("marks the member that is wrong in the body, with what was expected beside it")
    void marksMembers() {
        String wrong = finding("value:organization-simple.id");
        assertTrue(
                wrong.contains("<mark id=\"value:organization-simple.id!0\">&quot;id&quot;: &quot;8&quot;</mark>,"
                        + "  <i>← string found, integer expected</i>\n"),
                wrong);
        assertTrue(wrong.contains("<a href=\"#value:organization-simple.id!0\"><code>/1/id</code></a>"), wrong);
        assertEquals(1, wrong.split("<mark", -1).length - 1, "what other findings are about is not marked");
    }

    @Test
    @DisplayName("shows a missing member where it belongs, with its type")
    void showsMissingMembers() {
        String missing = finding("member:organization-simple.id");
        assertTrue(
                Pattern.compile("&quot;description&quot;: null,\n    <mark id=\"member:organization-simple.id!0\" "
                                + "class=\"missing\">&quot;id&quot;: integer</mark>  <i>← is missing</i>\n  },\n")
                        .matcher(missing)
                        .find(),
                missing);
        assertTrue(missing.contains("<h4>Expected</h4>\n<pre tabindex=\"0\">/0/id: integer</pre>"), missing);
    }

    @Test
    @DisplayName("marks the member that a scenario names, the outermost one, and a status and a header that are wrong")
    void marksWhatAScenarioNames() {
        String named = finding("expectation@MembershipsContract.OnAnyServer.tellsOfInvitations");
        assertTrue(
                named.contains(
                        "!0\">&quot;state&quot;: &quot;active&quot;</mark>,  <i>← expected the state pending</i>"),
                named);
        assertEquals(1, named.split("<mark", -1).length - 1);
        assertTrue(named.contains("expected the state pending, but got 200</pre>"), "the body is not told twice");
        assertTrue(finding("status:500@orgs/list-webhooks").contains("<mark>500</mark>"));
        String headless = finding("header:X-GitHub-Request-Id");
        assertTrue(headless.contains("<mark class=\"missing\">X-GitHub-Request-Id: …</mark>"), headless);
    }

    @Test
    @DisplayName("shows two values side by side, and marks where they differ")
    void comparesValues() {
        String unequal = finding("expectation@MembersContract.PublicMembers.lists");
        assertTrue(unequal.contains(">[anna, <mark>cleo, </mark>dirk]</pre>"), unequal);
        assertTrue(unequal.contains(">[anna, dirk]</pre>"), unequal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed   | {\"a\": [{\"b\": \"closed\"}], \"c\": 1} | /a/0/b",
                "[{\"b\":1}] | {\"a\": [{\"b\": 1}]}                | /a",
                "1        | {\"id\": 1}                         | ''",
                "x        | [\"x\", \"x\"]                     | ''",
                "x        | <x>                               | ''"
            })
    @DisplayName("finds the one member of a body that has the value which came")
    void findsValues(String value, String body, String pointer) {
        assertEquals(pointer, NamedMember.with(value, body).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expected: <a> but was: <b>            | ' a b'",
                "the login ==> expected: <a> but was: <> | 'the login a '",
                "no id ==> expected: <true> but was: <false> | ''",
                "something else                        | ''"
            })
    @DisplayName("reads what an assertion compared, and takes no condition for a comparison")
    void readsComparisons(String message, String read) {
        assertEquals(
                read,
                Comparison.of(message)
                        .map(one -> one.about() + " " + one.expected() + " " + one.came())
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"a\":[1,{}],\"b\":\"<\"}' | '{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"&lt;\"\n}\n'",
                "'[{\"a\":1},{\"b\":\"cu…'    | '[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\":\"cu…'",
                "'<h1>no</h1>'                | '&lt;h1&gt;no&lt;/h1&gt;'",
                "'1 2'                        | '1\n2'"
            })
    @DisplayName("lays JSON out, and leaves what is cut or no JSON as it is")
    void laysOut(String body, String shown) {
        assertEquals(
                shown.strip(),
                new MarkedJson(body, List.of(), "x")
                        .html()
                        .replace("&quot;", "\"")
                        .strip());
    }

    @Test
    @DisplayName("is not stopped by a body that is nested without end")
    void endsNesting() {
        String deep = "[".repeat(20_000);
        assertTrue(new MarkedJson(deep, List.of(), "x").html().length() < 200_000);
    }

    @Test
    @DisplayName("runs its own script and no other, and loads nothing")
    void runsItsOwnScript() throws Exception {
        assertEquals(1, all("<script").size());
        String script = page.substring(page.indexOf("<script>") + "<script>".length(), page.indexOf("</script>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8)));
        assertTrue(page.contains(
                "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash + "'\""));
        assertTrue(page.contains("<form id=\"filter\" role=\"search\" hidden>"), "no controls without a script");
    }

    @Test
    @DisplayName("can be filtered by the state, operation, tag and rule of each part")
    void hasFacets() {
        assertEquals(
                List.of(
                        "new orgs/list organizations R34 R36",
                        "known orgs/list-webhooks webhooks R104",
                        "flaky organizations R37",
                        "skipped apps"),
                List.of(
                        facets("member:organization-simple.id"),
                        facets("status:500@orgs/list-webhooks"),
                        facets("OrganizationsContract.OnAnyServer.beginsAfter"),
                        facets("AppsContract.Profiles")));
    }

    private String facets(String id) {
        return all("(?<=id=\"" + Pattern.quote(id) + "\" data-facets=\")[^\"]*").get(0);
    }
}

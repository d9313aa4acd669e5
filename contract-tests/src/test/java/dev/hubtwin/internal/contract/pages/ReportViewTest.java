package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.internal.contract.report.Reports;
import dev.hubtwin.internal.contract.report.SampleReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The report of a run, looked at by Chromium")
@Tag("slow")
class ReportViewTest {

    private static final String MISSING = "member:organization-simple.id";
    private static final String SHOWN = """
            return [...document.querySelectorAll('[data-facets]')]
              .filter(one => one.tagName === arguments[0] && one.checkVisibility({contentVisibilityAuto: false}))
              .map(one => one.id)""";

    private static Optional<Chromium> started = Optional.empty();
    private static Chromium chromium;
    private static String page;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Reports.write(SampleReport.make(folder), folder);
        page = folder.resolve("report.html").toUri().toString();
        started = Chromium.start();
        assumeTrue(started.isPresent(), Chromium.MISSING);
        chromium = started.get();
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Chromium::close);
    }

    @BeforeEach
    void open() {
        chromium.screen(1280, 900, false);
        look("");
    }

    /** Opens the report at an address within it, as a link from elsewhere does. */
    private static void look(String hash) {
        chromium.open("about:blank");
        chromium.open(page + hash);
        chromium.until("return !document.getElementById('filter').hidden");
        assertEquals(List.of(), chromium.complaints());
    }

    private static void choose(String field, String value) {
        chromium.run(
                "const field = document.getElementById('filter').elements[arguments[0]]; field.value = arguments[1];"
                        + "field.dispatchEvent(new Event('input', {bubbles: true}))",
                field,
                value);
    }

    private static Object shown(String tag) {
        return chromium.run(SHOWN, tag);
    }

    private static Object hash() {
        return chromium.run("return decodeURIComponent(location.hash)");
    }

    private static Object counted() {
        return chromium.run("return document.querySelector('[role=status]').textContent.replace(/,[^,]*$/, '')");
    }

    @Test
    @DisplayName("is filtered by state, operation, tag and rule, in findings, scenarios and operations alike")
    void filters() {
        choose("state", "known");
        assertEquals(List.of("status:500@orgs/list-webhooks"), shown("SECTION"));
        assertEquals(List.of("WebhooksContract.OnAnyServer.isForOwners"), shown("LI"));
        assertEquals(List.of("orgs/list-webhooks"), shown("TR"));
        assertEquals("#?state=known", hash());
        assertEquals(false, chromium.run("return document.getElementById('findings').checkVisibility()"));
        choose("state", "flaky");
        assertEquals(List.of(), shown("SECTION"));
        assertEquals(List.of("OrganizationsContract.OnAnyServer.beginsAfter"), shown("LI"));
        choose("state", "skipped");
        assertEquals(List.of("AppsContract.Profiles"), shown("LI"));
        choose("state", "");
        choose("rule", "R77");
        assertEquals(List.of("MembershipsContract.OnAnyServer.tellsOfInvitations"), shown("LI"));
        choose("rule", "");
        choose("operation", "orgs/list-public-members");
        assertEquals(List.of("MembersContract.PublicMembers.lists"), shown("LI"));
        assertEquals(List.of("orgs/list-public-members"), shown("TR"));
        choose("operation", "");
        choose("tag", "teams");
        assertEquals(List.of("TeamsContract.Reading.lists"), shown("LI"));
        chromium.click("Show all");
        assertEquals("", hash());
        assertEquals(7L, chromium.run("return document.querySelectorAll('li[data-facets]:not([hidden])').length"));
    }

    @Test
    @DisplayName("is searched by words of findings, scenarios and operations, which all have to be found")
    void searches() {
        chromium.type("#filter input", "unicorn LIST-webhooks");
        assertEquals(List.of("status:500@orgs/list-webhooks"), shown("SECTION"));
        choose("text", "ascends");
        assertEquals(List.of("OrganizationsContract.OnAnyServer.ascends"), shown("LI"));
        choose("text", "/orgs/{org}/public_members/{username}");
        assertTrue(((List<?>) shown("TR")).contains("orgs/set-public-membership-for-authenticated-user"));
        choose("text", "nothing is called so");
        assertEquals(List.of(), shown("SECTION"));
        assertTrue(String.valueOf(counted()).startsWith("0 of "), String.valueOf(counted()));
        assertEquals("#?text=nothing+is+called+so", chromium.run("return location.hash"));
    }

    @Test
    @DisplayName("opens at a finding, a scenario, an operation or a mark, also where it is folded or filtered out")
    void opensAtALink() {
        for (String id : List.of(
                MISSING,
                "TeamsContract.Reading.lists",
                "orgs/list-webhooks",
                MISSING + "!0",
                "expectation@MembershipsContract.OnAnyServer.tellsOfInvitations")) {
            for (String filter : List.of("", "?state=skipped")) {
                look("#" + id + filter);
                chromium.until("""
                        const part = document.getElementById(arguments[0]);
                        const box = part.getBoundingClientRect();
                        return part.classList.contains('current') && part.checkVisibility()
                          && box.top >= -1 && box.top < innerHeight""", id);
                assertEquals("#" + id, hash());
            }
        }
        chromium.run("document.querySelector('a[href=\"#OrganizationsContract.OnAnyServer.ascends\"]').click()");
        chromium.until("return document.querySelector('.current')?.id === 'OrganizationsContract.OnAnyServer.ascends'"
                + " && document.querySelector('.current').checkVisibility()");
    }

    @Test
    @DisplayName("opens with the filter that its address has, and passes over what it does not know")
    void opensWithAFilter() {
        look("#?state=known&text=unicorn&rule=R9999&other=1");
        assertEquals(List.of("status:500@orgs/list-webhooks"), shown("SECTION"));
        assertEquals("#?state=known&text=unicorn", hash());
        look("#" + MISSING + "?tag=organizations");
        assertEquals("#" + MISSING + "?tag=organizations", hash());
        assertEquals(
                List.of("OrganizationsContract.OnAnyServer.ascends", "OrganizationsContract.OnAnyServer.beginsAfter"),
                shown("LI"));
        look("#%E0%A4%A");
        assertEquals(6, ((List<?>) shown("SECTION")).size());
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
    @DisplayName("is accessible as far as axe can tell, and no wider than its screen, in light and dark")
    void isAccessible(int width, boolean dark) throws Exception {
        chromium.screen(width, 800, dark);
        look("");
        chromium.run("document.querySelectorAll('details').forEach(one => { one.open = true })");
        assertEquals(List.of(), chromium.violations());
        assertEquals(true, chromium.run("return document.documentElement.scrollWidth <= arguments[0]", width));
        choose("state", "new");
        assertEquals(List.of(), chromium.violations());
    }

    @Test
    @DisplayName("is printed with what is folded in its findings, whole bodies, and no controls")
    void isPrinted() {
        chromium.media("print");
        assertEquals("none", chromium.run("return getComputedStyle(document.getElementById('filter')).display"));
        assertEquals(List.of(), chromium.run("""
                return [...document.querySelectorAll('.failure pre')]
                  .filter(one => !one.checkVisibility({contentVisibilityAuto: true}) || one.scrollHeight > one.clientHeight + 1)
                  .map(one => one.textContent)"""));
        chromium.media("");
        chromium.run("dispatchEvent(new Event('beforeprint'))");
        assertEquals(0L, chromium.run("return document.querySelectorAll('.failure details:not([open])').length"));
        chromium.run("dispatchEvent(new Event('afterprint'))");
        assertTrue((Long) chromium.run("return document.querySelectorAll('.failure details:not([open])').length") > 0);
    }

    @Test
    @DisplayName("shows everything where scripts do not run, but for the controls")
    void worksWithoutScripts() {
        chromium.scripts(false);
        try {
            chromium.open("about:blank");
            chromium.open(page);
            assertEquals(false, chromium.run("return document.getElementById('filter').checkVisibility()"));
            assertEquals(6, ((List<?>) shown("SECTION")).size());
        } finally {
            chromium.scripts(true);
        }
    }
}

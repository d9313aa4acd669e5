package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@DisplayName("What a person does on the page of a world, by keyboard alone")
@Tag("slow")
class WorldChangeTest extends BrowserTestBase {

    private static final int FAR = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Goes on with the tabulator until what has the focus is called so, and sees it marked all the way. */
    private static void go(String name) {
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < FAR; i++) {
            chromium.press(Keys.TAB);
            Object here = chromium.run("""
          const one = document.activeElement;
          const marked = one === document.body || getComputedStyle(one).outlineStyle !== 'none';
          const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.textContent ?? '';
          return marked ? name.replace(/\\s+/g, ' ').trim() : 'not marked: ' + one.outerHTML""");
            assertFalse(here.toString().startsWith("not marked"), here.toString());
            seen.add(here);
            if (here.equals(name)) {
                return;
            }
        }
        throw new AssertionError(name + " cannot be reached:\n" + seen);
    }

    /** Goes to the link to a section, and follows it until the section has the focus. */
    private static void turn(String section) {
        go(section);
        chromium.press(Keys.ENTER);
        chromium.until("return '#' + document.activeElement.id === location.hash");
    }

    private static void enter(String field, String text) {
        go(field);
        chromium.press(text);
    }

    @Test
    @DisplayName("The first stop skips to the content")
    void skips() {
        look(twin.url());
        go("Skip to the content");
        chromium.press(Keys.ENTER);
        assertEquals("main", chromium.run("return document.activeElement.id"));
    }

    @Test
    @DisplayName("The clock is frozen, set, advanced and run")
    void setsTheClock() throws Exception {
        look(twin.url());
        turn("Clock");
        go("Freeze");
        chromium.press(Keys.ENTER);
        awaitShown("clock", "frozen");
        enter("Time, such as 2030-01-02T03:04:05Z", "2030-01-02T03:04:05Z" + Keys.ENTER);
        awaitShown("clock", "2030-01-02 03:04:05");
        enter("Duration, such as P8D or PT30M", "P1D" + Keys.ENTER);
        awaitShown("clock", "2030-01-03 03:04:05");
        chromium.press("nonsense" + Keys.ENTER);
        chromium.until("return document.querySelector('#clock .said').classList.contains('wrong')");
        assertTrue(send("GET", "/_twin/clock", "").body().contains("2030-01-03T03:04:05Z"));
        // The browser tells of what is refused as well.
        assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("422")));
    }

    @Test
    @DisplayName("A fault is set with all that it can say, told of, and cleared")
    void setsFaults() throws Exception {
        look(twin.url());
        turn("Faults 0");
        enter("Operations, with commas", "orgs/get");
        chromium.until("return document.querySelectorAll('#operations option').length > 46");
        chromium.press(", orgs/list-members");
        chromium.until("return document.querySelector('#operations option').value.startsWith('orgs/get, ')");
        enter("Path, with * for any end", "/orgs/*");
        enter("Caller", "olivia");
        enter("Status", "404");
        enter("Body: JSON, or the text of a gateway", "{\"message\": \"<img src=x onerror=hacked=1>\", \"n\": 1}");
        enter("Headers, one a line", "Sunset: soon: now\nX-Own: 1");
        enter("Retry-After, in seconds", "7");
        enter("Delay, such as PT2S", "soon");
        enter("How often, if not always", "2");
        go("Set fault");
        chromium.press(Keys.ENTER);
        awaitShown("faults", "\"soon\" is not valid.");
        assertEquals(
                List.of("delay"),
                chromium.run("return [...document.querySelectorAll('#faults [aria-invalid]')].map(one => one.name)"));
        chromium.run("document.querySelector('#add-fault [name=delay]').value = 'PT0.1S'");
        chromium.press(Keys.ENTER);
        awaitShown("faults", "Fault 1 is set.");
        awaitShown("faults", "2 times");
        awaitShown("faults", "Sunset: soon: now");
        assertEquals(
                JSON.readTree("""
                {"id": 1, "chosen": 0, "hits": 0, "operations": ["orgs/get", "orgs/list-members"], "path": "/orgs/*",
                 "caller": "olivia", "status": 404, "body": {"message": "<img src=x onerror=hacked=1>", "n": 1},
                 "retry_after": 7, "headers": {"Sunset": "soon: now", "X-Own": "1"}, "delay": "PT0.1S", "times": 2}"""),
                JSON.readTree(send("GET", "/_twin/faults", "").body()).get(0));
        assertEquals(404, send("GET", "/orgs/acme", "").statusCode());
        awaitShown("faults", "1 of 1");
        chromium.clickOn("#faults summary");
        awaitShown("faults", "\"<img src=x onerror=hacked=1>\"");
        chromium.clickOn("#clear-faults");
        awaitShown("faults", "Nothing goes wrong.");
        assertEquals(200, send("GET", "/orgs/acme", "").statusCode());
        assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("422")));
    }

    @Test
    @DisplayName("A fault can break the answer at random, before anything is done")
    void breaksAnswers() throws Exception {
        look(twin.url());
        turnTo("faults");
        chromium.run("""
        const fields = document.getElementById('add-fault').elements;
        fields.method.value = 'PUT';
        fields.rate_limit.value = '';
        fields.broken.value = 'cut';
        fields.before.checked = true;
        fields.probability.value = 0.5;
        fields.seed.value = 42""");
        chromium.click("Set fault");
        awaitShown("faults", "cut before anything is done");
        awaitShown("faults", "with probability 0.5, seed 42");
        chromium.click("Remove fault 1");
        awaitShown("faults", "Fault 1 is removed.");
    }

    @Test
    @DisplayName("A world is forked, looked at and dropped; what the control API refuses is told in its words")
    void forksWorlds() throws Exception {
        look(twin.url());
        turn("Worlds 3");
        enter("Name of a new world", "mine");
        enter("Forked from", "nowhere" + Keys.ENTER);
        awaitShown("worlds", "There is no world \"nowhere\"");
        chromium.run("document.querySelector('#fork-world [name=from]').value = ''");
        go("Fork");
        chromium.press(Keys.ENTER);
        awaitShown("worlds", "The world mine is forked from default.");
        go("mine");
        chromium.press(Keys.ENTER);
        chromium.awaitAddress(twin.url() + "/w/mine/_twin/");
        chromium.until("return document.querySelector('h1').innerText === 'World mine'");
        turn("Worlds 4");
        chromium.until("return document.querySelector('#worlds [aria-current=page]')?.textContent === 'mine'");
        go("Drop the world mine");
        chromium.press(Keys.ENTER);
        go("Yes");
        chromium.press(Keys.ENTER);
        chromium.until("return document.getElementById('up').textContent.includes('no world')");
        assertEquals(404, send("GET", "/w/mine/_twin/health", "").statusCode());
        assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("404")));
    }

    @Test
    @DisplayName("A moment gets a name, and comes back")
    void takesSnapshots() throws Exception {
        look(twin.url());
        turn("Snapshots 0");
        enter("Name of this moment", "before" + Keys.ENTER);
        awaitShown("snapshots", "This moment is called before.");
        send("PATCH", "/orgs/acme", "{\"company\": \"Changed\"}");
        send("DELETE", "/orgs/acme/members/mike", "");
        chromium.until("return !document.querySelector('#organizations table').innerText.includes('mike')");
        go("Restore the snapshot before");
        chromium.press(Keys.ENTER);
        chromium.until("return document.querySelector('#organizations table').innerText.includes('mike')");
        chromium.clickOn("[data-key='forget before']");
        awaitShown("snapshots", "No moment has a name.");
    }

    @Test
    @DisplayName("A reset is asked about first; then everything is as it was, and the logs are empty")
    void resets() throws Exception {
        send("DELETE", "/orgs/acme/members/mike", "");
        look(twin.url());
        awaitShown("requests", "/orgs/acme/members/mike");
        turn("Reset");
        go("Reset this world…");
        chromium.press(Keys.ENTER);
        chromium.press(Keys.ESCAPE);
        chromium.until("return !document.getElementById('confirm').open");
        chromium.press(Keys.ENTER);
        go("Cancel");
        chromium.press(Keys.ENTER);
        assertEquals(404, send("GET", "/orgs/acme/members/mike", "").statusCode());
        chromium.press(Keys.ENTER);
        chromium.run(
                "document.getElementById('confirm').dispatchEvent(new Event('close'))"); // the browser's may come late
        go("Yes");
        chromium.press(Keys.ENTER);
        awaitShown("reset", "The world is as it was at the start.");
        chromium.until("return document.querySelector('#organizations table').innerText.includes('mike')");
        chromium.until("return document.querySelectorAll('#requests li, #deliveries li').length === 0");
        assertEquals("[]", send("GET", "/_twin/requests", "").body());
    }
}

package dev.hubtwin.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Link header (conventions, section 4)")
class PageLinksTest {

    private static final String URL = "http://localhost/list";

    @Test
    void oneOnlyPageHasNone() {
        assertNull(links(null, 1, 30, 30));
        assertNull(links(null, 1, 30, 0));
    }

    @Test
    void theFirstPageLeadsToNextAndLast() {
        assertEquals("<" + URL + "?page=2>; rel=\"next\", <" + URL + "?page=4>; rel=\"last\"", links(null, 1, 30, 100));
    }

    @Test
    void aMiddlePageLeadsToPrevNextLastAndFirstInThisOrder() {
        assertEquals(
                "<" + URL + "?page=1>; rel=\"prev\", <" + URL + "?page=3>; rel=\"next\", <" + URL
                        + "?page=4>; rel=\"last\", <" + URL + "?page=1>; rel=\"first\"",
                links("page=2", 2, 30, 100));
    }

    @Test
    void theLastPageLeadsToPrevAndFirst() {
        assertEquals(
                "<" + URL + "?page=3>; rel=\"prev\", <" + URL + "?page=1>; rel=\"first\"", links("page=4", 4, 30, 100));
    }

    @Test
    void aPageBeyondTheEndLeadsBackToTheLastOne() {
        assertEquals(
                "<" + URL + "?page=4>; rel=\"prev\", <" + URL + "?page=1>; rel=\"first\"", links("page=9", 9, 30, 100));
    }

    @Test
    void theRestOfTheQueryStaysAsItCame() {
        assertEquals(
                "<" + URL + "?per_page=1000&q=a%20b&x&page=2>; rel=\"next\", <" + URL
                        + "?per_page=1000&q=a%20b&x&page=2>; rel=\"last\"",
                links("per_page=1000&page=1&q=a%20b&x", 1, 100, 150));
    }

    @Test
    void sinceChainsPagesAndItsFirstOneIsATemplate() {
        PageLinks links = new PageLinks(URL, "per_page=2&since=7");
        assertEquals(
                "<" + URL + "?per_page=2&since=9>; rel=\"next\", <" + URL + "{?since}>; rel=\"first\"",
                links.since(9L, true));
        assertEquals("<" + URL + "{?since}>; rel=\"first\"", links.since(null, true));
        assertNull(links.since(null, false));
    }

    @Test
    void cursorsChainPagesBothWays() {
        PageLinks links = new PageLinks(URL, "cursor=v1_5&per_page=2");
        assertEquals(
                "<" + URL + "?per_page=2&cursor=v1_7>; rel=\"prev\", <" + URL
                        + "?per_page=2&cursor=v1_3>; rel=\"next\"",
                links.cursors("v1_7", "v1_3"));
        assertEquals("<" + URL + "?per_page=2&cursor=v1_3>; rel=\"next\"", links.cursors(null, "v1_3"));
        assertNull(links.cursors(null, null));
    }

    private static String links(String query, int number, int size, int total) {
        return new PageLinks(URL, query).numbered(new Page<>(List.of(), number, size, total));
    }
}

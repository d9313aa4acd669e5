package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fault")
class FaultControlTest extends SmallTwinTestBase {

    @Test
    void answersInThePlaceOfTheRuleSoThatNothingChanges() throws Exception {
        talk.fault("{'operations': ['orgs/set-membership-for-user'], 'status': 422}");
        HttpResponse<String> struck = talk.send(SmallTwin.OLIVIA, "PUT", "/orgs/acme/memberships/zoe", "{}");
        assertEquals(422, struck.statusCode());
        assertEquals("Validation Failed", SmallTwin.json(struck).path("message").asText());
        assertEquals(
                "application/json; charset=utf-8",
                struck.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(struck.headers().firstValue("X-RateLimit-Remaining").isPresent());
        assertEquals(
                404, talk.get(SmallTwin.OLIVIA, "/orgs/acme/memberships/zoe").statusCode());
    }

    @Test
    void sendsATextAsTheJsonThatItIs() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 404, 'body': 'gone'}");
        assertEquals("\"gone\"", talk.get(SmallTwin.OLIVIA, "/orgs/acme").body());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void answersAnyOperationAsAGatewayDoes(int status) throws Exception {
        for (String body : List.of("", ", 'body': '<h1>Unicorn!</h1>'", ", 'body': ''", ", 'body': {'a': 1}")) {
            talk.fault("{'status': " + status + ", 'times': 1" + body + "}");
            HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, "/orgs/acme");
            assertEquals(status, struck.statusCode());
            assertEquals(
                    switch (body) {
                        case "" -> "{\"message\":\"Server Error\"}";
                        case ", 'body': ''" -> "";
                        case ", 'body': {'a': 1}" -> "{\"a\":1}";
                        default -> "<h1>Unicorn!</h1>";
                    },
                    struck.body());
        }
    }

    @Test
    void addsHeadersToWhatIsAnswered() throws Exception {
        talk.fault("{'headers': {'X-GitHub-SSO': 'partial-results; organizations=1', 'x-ratelimit-remaining': '3'}}");
        HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, "/user/orgs");
        assertEquals(200, struck.statusCode());
        assertEquals(
                "partial-results; organizations=1",
                struck.headers().firstValue("X-GitHub-SSO").orElseThrow());
        assertEquals(List.of("3"), struck.headers().allValues("X-RateLimit-Remaining"));
    }

    @Test
    void sendsTheBodyThatWasGivenAndRetryAfter() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 429, 'body': {'any': ['thing', null]}, 'retry_after': 7}");
        HttpResponse<String> struck = talk.get(SmallTwin.OLIVIA, "/orgs/acme");
        assertEquals(429, struck.statusCode());
        assertEquals("{\"any\":[\"thing\",null]}", struck.body());
        assertEquals("7", struck.headers().firstValue("Retry-After").orElseThrow());
    }

    @ParameterizedTest(name = "{0} {1} by {2}: {4} to {3}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "GET | /orgs/acme | olivia | {'operations': ['orgs/get', 'orgs/update']} | true",
                "HEAD | /orgs/acme | olivia | {'method': 'GET'} | true",
                "GET | /user | olivia | {'operations': ['orgs/get']} | false",
                "GET | /orgs/acme | olivia | {'method': 'PATCH'} | false",
                "GET | /orgs/ACME | olivia | {'path': '/orgs/acme'} | true",
                "GET | /orgs/acme/members | olivia | {'path': '/orgs/acme'} | false",
                "GET | /orgs/acme/members | olivia | {'path': '/orgs/acme*'} | true",
                "GET | /orgs/acme/members | olivia | {'path': '/orgs/ac*'} | true",
                "GET | /orgs/tinker/members | olivia | {'path': '/orgs/acme/*'} | false",
                "GET | /api/v3/orgs/acme | olivia | {'path': '/orgs/acme'} | true",
                "GET | /orgs/acme | olivia | {'caller': 'Olivia'} | true",
                "GET | /orgs/acme | mike | {'caller': 'olivia'} | false",
                "GET | /orgs/acme | app | {'caller': 'twin-app'} | true",
                "GET | /orgs/acme | user | {'caller': 'twin-app'} | true",
                "GET | /orgs/acme | user | {'caller': 'olivia'} | true",
                "GET | /orgs/acme | nobody | {'caller': 'anonymous'} | true",
                "GET | /orgs/acme | olivia | {'caller': 'anonymous'} | false",
                "GET | /orgs/acme | olivia | {'operations': ['orgs/get'], 'method': 'GET', 'path': '/orgs/*', 'caller': 'olivia'} | true",
            })
    void strikesWhatItChooses(String method, String path, String who, String choice, boolean struck) throws Exception {
        talk.fault(choice.replaceFirst("}$", ", 'status': 429}"));
        String token =
                switch (who) {
                    case "olivia" -> SmallTwin.OLIVIA;
                    case "mike" -> SmallTwin.MIKE;
                    case "app" -> SmallTwin.INSTALLATION;
                    case "user" -> SmallTwin.USER_TO_SERVER;
                    default -> null;
                };
        int status = talk.send(token, method, path, null).statusCode();
        assertEquals(struck, status == 429, "status " + status);
        assertEquals(
                struck ? 1 : 0,
                talk.control(200, "GET", "faults", null).at("/0/hits").asInt());
    }

    @Test
    void strikesExactlyAsManyTimesAsItSaysHoweverManyAskAtOnce() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 429, 'times': 37}");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            statuses.add(threads.submit(
                    () -> talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode()));
        }
        int struck = 0;
        for (Future<Integer> status : statuses) {
            struck += status.get() == 429 ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(37, struck);
        JsonNode fault = talk.control(200, "GET", "faults", null).path(0);
        assertEquals(37, fault.path("hits").asInt());
        assertEquals(200, fault.path("chosen").asInt());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'every': 3} | ..x..x..x..x",
                "{'every': 2, 'times': 2} | .x.x........",
                "{'times': 1} | x...........",
                "{'probability': 1} | xxxxxxxxxxxx",
                "{'probability': 0} | ............",
                "{'probability': 1, 'times': 5} | xxxxx.......",
            })
    void strikesWhenItSays(String when, String expected) throws Exception {
        talk.fault(when.replaceFirst("}$", ", 'status': 429}"));
        assertEquals(expected, pattern(12));
    }

    @Test
    void drawsTheSameForTheSameSeedAndSomethingElseForAnother() throws Exception {
        List<String> patterns = new ArrayList<>();
        for (int seed : new int[] {1, 1, 2}) {
            reset();
            talk.fault("{'status': 429, 'probability': 0.5, 'seed': " + seed + "}");
            patterns.add(pattern(40));
        }
        assertEquals(patterns.get(0), patterns.get(1));
        assertNotEquals(patterns.get(0), patterns.get(2));
        assertTrue(patterns.get(0).contains("x") && patterns.get(0).contains("."));
    }

    private static String pattern(int requests) throws Exception {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < requests; i++) {
            pattern.append(talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode() == 429 ? 'x' : '.');
        }
        return pattern.toString();
    }

    @Test
    void goesBeforeThoseThatWereSetLater() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 429, 'times': 1}");
        talk.fault("{'status': 404}");
        assertEquals(429, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
        assertEquals(404, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
        assertEquals(404, talk.get(SmallTwin.OLIVIA, "/user").statusCode());
    }

    @Test
    void isListedAndRemovedByItsIdAndWithAllOthers() throws Exception {
        assertEquals(1, talk.fault("{'status': 429}").path("id").asInt());
        String second =
                "{\"id\":2,\"chosen\":0,\"hits\":0,\"operations\":[\"orgs/get\"],\"method\":\"GET\",\"path\":\"/orgs/*\","
                        + "\"caller\":\"olivia\",\"status\":404,\"body\":{},\"retry_after\":1,\"delay\":\"PT0.001S\",\"broken\":\"garbled\","
                        + "\"times\":3,\"probability\":0.5,\"seed\":9}";
        assertEquals(
                second,
                talk.fault(second.replace("\"id\":2,\"chosen\":0,\"hits\":0,", ""))
                        .toString());
        talk.control(204, "DELETE", "faults/1", null);
        talk.control(404, "DELETE", "faults/1", null);
        talk.control(404, "DELETE", "faults/one", null);
        assertEquals(
                "[" + second + "]", talk.control(200, "GET", "faults", null).toString());
        talk.control(204, "DELETE", "faults", null);
        assertEquals("[]", talk.control(200, "GET", "faults", null).toString());
        assertEquals(3, talk.fault("{'status': 429}").path("id").asInt());
    }

    @Test
    void isOfOneWorldAndOfNoForkAndGoesWithAReset() throws Exception {
        talk.fault("{'status': 429}");
        talk.control(201, "PUT", "worlds/other", null);
        assertEquals(200, talk.get(SmallTwin.OLIVIA, "/w/other/orgs/acme").statusCode());
        talk.control(201, "POST", "/w/other/_twin/faults", "{\"status\": 404}");
        assertEquals(404, talk.get(SmallTwin.OLIVIA, "/w/other/orgs/acme").statusCode());
        assertEquals(429, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
        talk.control(204, "POST", "reset", null);
        assertEquals(200, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
        talk.control(204, "DELETE", "worlds/other", null);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'operations': ['orgs/get'], 'status': 409} | orgs/get does not answer 409",
                "{'operations': ['orgs/get', 'orgs/update'], 'status': 409} | orgs/get does not answer 409",
                "{'status': 409} | does not answer 409; the statuses that all operations chosen have are 400, 401, 403, 404, 414, 429, 431.",
                "{'path': '/orgs/acme', 'status': 409} | orgs/get does not answer 409",
                "{'path': '/orgs/*', 'method': 'DELETE', 'status': 409} | does not answer 409",
                "{'status': 200000} | does not answer 200000",
                "{'operations': ['orgs/explode'], 'status': 404} | There is no operation 'orgs/explode'.",
                "{'operations': ['control/reset'], 'status': 404} | There is no operation 'control/reset'.",
                "{'operations': ['orgs/get'], 'method': 'PUT', 'status': 404} | No operation has this id, method and path.",
                "{'path': '/_twin/health', 'status': 404} | No operation has this id, method and path.",
                "{'operations': [], 'status': 404} | At least 1 items are required.",
                "{} | A fault says what happens",
                "{'times': 1} | A fault says what happens",
                "{'status': 429, 'times': 0} | times",
                "{'status': 429, 'probability': 1.5} | probability",
                "{'status': 429, 'probability': 0.5, 'every': 2} | every and probability exclude each other.",
                "{'status': 429, 'seed': 2} | seed belongs to a probability.",
                "{'delay': 'PT1S', 'retry_after': 2} | body and retry_after belong to a status or a rate_limit.",
                "{'broken': 'cut', 'body': {}} | body and retry_after belong to a status or a rate_limit.",
                "{'broken': 'truncated', 'before': true} | before belongs to broken: cut",
                "{'broken': 'cut', 'before': true, 'status': 404} | before belongs to broken: cut",
                "{'broken': 'cut', 'retry_after': -1} | retry_after",
                "{'rate_limit': 'secondary', 'status': 404} | A limit refuses with 403 or 429.",
                "{'rate_limit': 'tertiary'} | tertiary is not a member of",
                "{'headers': {'Content-Length': '1'}} | No fault sets a header 'Content-Length'.",
                "{'headers': {'a b': '1'}} | No fault sets a header 'a b'.",
                "{'headers': {'X-A': '\\u000d\\u000aX-B: 1'}} | is not valid",
                "{'delay': 'soon'} | delay",
                "{'delay': 'PT'} | delay",
                "{'delay': 'PT25H'} | delay takes a duration",
                "{'delay': 'PT999999999999999H'} | delay takes a duration",
                "{'delay': 'PT-1S'} | delay",
                "{'operations': ['orgs/check-membership-for-user'], 'status': 204, 'body': {}} | has no JSON body when it answers 204",
                "{'status': 404, 'surprise': 1} | 'surprise' is not a permitted key.",
            })
    void thatCannotBeIsRefusedAndNotSet(String fault, String why) throws Exception {
        JsonNode refusal = talk.control(422, "POST", "faults", fault.replace('\'', '"'));
        assertTrue(refusal.path("message").asText().contains(why.replace('\'', '"')), refusal.toString());
        assertEquals("[]", talk.control(200, "GET", "faults", null).toString());
    }

    @Test
    void thatIsNoJsonIsRefused() throws Exception {
        talk.control(400, "POST", "faults", "{");
        talk.control(400, "POST", "faults", "[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'broken': 'cut', 'before': true}",
                "{'delay': 'PT24H'}",
                "{'status': 404}",
                "{'rate_limit': 'exhausted'}"
            })
    void neverStrikesControlNorTheDescription(String fault) throws Exception {
        talk.fault(fault);
        talk.control(200, "GET", "health", null);
        for (String path : new String[] {"/openapi.json", "/openapi.yaml", "/docs"}) {
            assertEquals(200, talk.get(null, path).statusCode());
        }
        talk.send(null, "OPTIONS", "/orgs/acme", null);
        assertEquals(0, talk.control(200, "GET", "faults", null).at("/0/chosen").asInt());
    }

    @Test
    void isNotReachedByWhoIsRefusedForTheirCredential() throws Exception {
        talk.fault("{'status': 404}");
        assertEquals(401, talk.get("ghp_unknown", "/orgs/acme").statusCode());
        assertFalse(talk.control(200, "GET", "faults", null).at("/0/chosen").asBoolean());
    }
}

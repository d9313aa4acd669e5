package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a twin was asked to have and to have no more, and what of it was acknowledged. Things are named by kind and
 * name, such as {@code user 1-2-a}.
 */
final class Ledger {

    /** Of a user's tokens for one app the tenth last and all before it are revoked; some were not acknowledged. */
    private static final int KEPT = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Boolean> known = new HashMap<>();
    private final List<Map<String, Boolean>> open = new ArrayList<>();
    private final Deque<String> tokens = new ArrayDeque<>();
    private int acknowledged;
    private int whole;
    private int undone;

    /** Notes what is about to be asked: what there will be and will not be, all of it or nothing. */
    synchronized void asked(Map<String, Boolean> changes) {
        if (!changes.isEmpty()) {
            open.add(changes);
        }
    }

    /** Notes that it was acknowledged. */
    synchronized void acknowledged(Map<String, Boolean> changes) {
        open.remove(changes);
        known.putAll(changes);
        acknowledged++;
    }

    /** Notes a token that was given away. */
    synchronized void given(String token) {
        tokens.add(token);
        if (tokens.size() > KEPT) {
            tokens.remove();
        }
        acknowledged++;
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    /** Holds that there is what was acknowledged, and of what was not, all or nothing; begins anew with that. */
    synchronized void check(TwinProcess twin) throws Exception {
        Set<String> there = there(twin);
        for (Map<String, Boolean> changes : open) {
            Set<Boolean> done = new HashSet<>();
            changes.forEach((thing, is) -> done.add(there.contains(thing) == is));
            assertEquals(1, done.size(), "by half: " + changes + "; there are " + new TreeSet<>(there));
            known.keySet().removeAll(changes.keySet());
            if (done.contains(true)) {
                whole++;
            } else {
                undone++;
            }
        }
        known.forEach((thing, is) -> assertEquals(is, there.contains(thing), thing));
        for (String token : tokens) {
            HttpRequest user = twin.request("GET", "/user", null);
            HttpRequest own = HttpRequest.newBuilder(user.uri())
                    .header("Authorization", "token " + token)
                    .build();
            assertEquals(200, twin.client.send(own, BodyHandlers.discarding()).statusCode());
        }
        begin(there);
    }

    /** Begins anew with what there is. */
    synchronized void begin(TwinProcess twin) throws Exception {
        begin(there(twin));
    }

    private void begin(Set<String> there) {
        tokens.clear();
        open.clear();
        known.clear();
        there.forEach(thing -> known.put(thing, true));
    }

    private static Set<String> there(TwinProcess twin) throws Exception {
        List<String> there = new ArrayList<>();
        JsonNode state = get(twin, "/_twin/state");
        state.path("users")
                .forEach(user -> there.add("user " + user.path("login").asText()));
        for (JsonNode organization : state.path("organizations")) {
            if (organization.path("login").asText().equals("acme")) {
                organization
                        .path("members")
                        .forEach(member ->
                                there.add("member " + member.path("login").asText()));
                organization
                        .path("teams")
                        .path(0)
                        .path("members")
                        .forEach(member ->
                                there.add("team " + (member.isTextual() ? member : member.path("login")).asText()));
                organization
                        .path("hooks")
                        .forEach(hook -> there.add(
                                "hook " + hook.path("config").path("url").asText()));
                organization
                        .path("campaigns")
                        .forEach(campaign ->
                                there.add("campaign " + campaign.path("name").asText()));
            }
        }
        for (JsonNode world : get(twin, "/_twin/worlds")) {
            String name = world.path("name").asText();
            there.add("world " + name);
            there.add("in world " + name + " "
                    + get(twin, "/w/" + name + "/orgs/acme").path("company").asText(""));
        }
        get(twin, "/_twin/snapshots")
                .forEach(snapshot ->
                        there.add("snapshot " + snapshot.path("name").asText()));
        Set<String> once = new HashSet<>(there);
        assertEquals(once.size(), there.size(), "something is there twice");
        return once;
    }

    private static JsonNode get(TwinProcess twin, String path) throws Exception {
        HttpResponse<String> answer = twin.send("GET", path, null);
        assertTrue(answer.statusCode() == 200, path + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    @Override
    public synchronized String toString() {
        return acknowledged + " changes acknowledged, all there; of those that were not, " + whole + " done and "
                + undone + " not";
    }
}

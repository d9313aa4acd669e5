package dev.hubtwin.internal.bench;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * A kind of request whose cost is compared between worlds. Each differs from those before it, so that nothing which is
 * kept answers it.
 *
 * @param name what {@code docs/performance.md} calls it
 * @param before makes the request with a number that goes before it, whose cost does not count; null if there is none
 * @param text makes the request with a number
 * @param after makes the request with a number that goes after it, whose cost does not count; null if there is none
 */
record WorldRequest(String name, Text before, Text text, Text after) {

    private static final int PAGE = 10;

    /** The name of the snapshot that the world is taken back to before each round. */
    private static final String START = "start";

    /** Makes the request to a world with a number. */
    interface Text extends BiFunction<BenchWorld, Integer, String> {}

    /** Each of them. The last one forgets what was delivered. */
    static List<WorldRequest> all() {
        Text fork = (world, i) -> sent("PUT", "/_twin/worlds/fork-" + i, "");
        Text drop = (world, i) -> sent("DELETE", "/_twin/worlds/fork-" + i, "");
        return List.of(
                of("`GET /orgs/{org}`", (world, i) -> get("/orgs/org-" + world.hooked(i), i)),
                of("`GET /orgs/{org}`, the largest", (world, i) -> get("/orgs/largest", i)),
                page("`GET /orgs/{org}/members`, first page", "members", world -> 1),
                page("the same, middle page", "members", world -> world.membersOfLargest() / PAGE / 2),
                page("`GET /orgs/{org}/hooks`, first page", "hooks", world -> 1),
                page("the same, last page", "hooks", world -> world.hooksOfLargest() / PAGE),
                of("`GET /user/memberships/orgs`, first page", (world, i) -> memberships(1, i)),
                of("the same, middle page", (world, i) -> memberships(world.organizations() / PAGE / 2, i)),
                of(
                        "`GET /organizations?since=`",
                        (world, i) -> get("/organizations?since=" + (world.members() + world.organizations() / 2), i)),
                new WorldRequest(
                        "`GET /orgs/{org}/hooks/{id}/deliveries`",
                        (world, i) -> ping(0),
                        (world, i) -> get("/orgs/org-0/hooks/" + BenchWorld.hook(0) + "/deliveries", i),
                        null),
                of(
                        "`PATCH /orgs/{org}`",
                        (world, i) ->
                                sent("PATCH", "/orgs/org-" + world.hooked(i), "{\"description\": \"" + i + "\"}")),
                of("`PUT /orgs/{org}/memberships/{username}`, delivered", (world, i) -> {
                    int organization = world.hooked(i);
                    return sent("PUT", membership("org-" + organization, world.stranger(organization, i)), "{}");
                }),
                of(
                        "the same, in the largest, not delivered",
                        (world, i) -> sent("PUT", membership("largest", world.strangerToLargest(i)), "{}")),
                of("`DELETE /orgs/{org}/memberships/{username}`, delivered", (world, i) -> {
                    int organization = world.hooked(i);
                    return sent("DELETE", membership("org-" + organization, world.member(organization, i)), "");
                }),
                of(
                        "the same, in the largest, not delivered",
                        (world, i) -> sent("DELETE", membership("largest", world.memberOfLargest(i)), "")),
                of(
                        "`POST /orgs/{org}/hooks`, with its ping",
                        (world, i) -> sent("POST", "/orgs/org-" + world.hooked(i) + "/hooks", hook(world, i))),
                of("`POST /orgs/{org}/hooks/{id}/pings`, delivered", (world, i) -> ping(world.hooked(i))),
                new WorldRequest("`PUT /_twin/worlds/{world}`", null, fork, drop),
                new WorldRequest(
                        "`GET /orgs/{org}`, the first request to a fork",
                        fork,
                        (world, i) -> get("/w/fork-" + i + "/orgs/org-" + world.hooked(i), i),
                        drop),
                new WorldRequest("`DELETE /_twin/worlds/{world}`", fork, drop, null),
                of("`PUT /_twin/snapshots/{name}`", (world, i) -> sent("PUT", "/_twin/snapshots/other", "")),
                of("`POST /_twin/snapshots/{name}/restore`", (world, i) -> restore()),
                of("`POST /_twin/reset`", (world, i) -> sent("POST", "/_twin/reset", "")));
    }

    private static WorldRequest of(String name, Text text) {
        return new WorldRequest(name, null, text, null);
    }

    private static WorldRequest page(String name, String list, ToIntFunction<BenchWorld> page) {
        return of(
                name,
                (world, i) ->
                        get("/orgs/largest/" + list + "?per_page=" + PAGE + "&page=" + page.applyAsInt(world), i));
    }

    private static String memberships(int page, int i) {
        return get("/user/memberships/orgs?per_page=" + PAGE + "&page=" + page, i);
    }

    private static String membership(String organization, String user) {
        return "/orgs/" + organization + "/memberships/" + user;
    }

    private static String hook(BenchWorld world, int i) {
        return "{\"name\": \"web\", \"config\": {\"url\": \"" + world.receiver() + "?new=" + i
                + "\"}, \"events\": [\"team\"]}";
    }

    /** Sends a ping to the webhook of an organization. */
    static String ping(int organization) {
        return sent("POST", "/orgs/org-" + organization + "/hooks/" + BenchWorld.hook(organization) + "/pings", "");
    }

    /** Names the moment that {@link #restore} goes back to. */
    static String snapshot() {
        return sent("PUT", "/_twin/snapshots/" + START, "");
    }

    /** Goes back to the named moment; what was delivered stays. */
    static String restore() {
        return sent("POST", "/_twin/snapshots/" + START + "/restore", "");
    }

    private static String get(String path, int i) {
        return BenchRequest.request(
                "GET " + path + (path.contains("?") ? "&new=" : "?new=") + i, BenchRequest.TOKEN, "");
    }

    private static String sent(String method, String path, String body) {
        return BenchRequest.request(method + " " + path, body);
    }
}

package dev.hubtwin.internal.bench;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A world of organizations of ten members each, one of which is an owner. Beside them, {@code largest} has a tenth of
 * all users. Somebody with a token, {@code owner}, owns every organization.
 *
 * @param members how many users there are besides
 * @param receiver where webhooks deliver to
 */
record BenchWorld(int members, String receiver) {

    private static final int MEMBERS_OF_ONE = 10;

    /** In each of so many organizations one has a webhook, up to a number of them. */
    private static final int TO_A_HOOK = 10;

    private static final int USERS_TO_A_MEMBER_OF_LARGEST = 10;
    private static final int HOOKS = 10_000;
    private static final int HOOKS_OF_LARGEST = 300;
    /** Neighbours in the order of requests are far from each other in the world. */
    private static final long STRIDE = 7_919;

    int organizations() {
        return members / MEMBERS_OF_ONE;
    }

    int membersOfLargest() {
        return members / USERS_TO_A_MEMBER_OF_LARGEST;
    }

    /** How many organizations have a webhook, without the largest. */
    int hooks() {
        return Math.min(HOOKS, organizations() / TO_A_HOOK);
    }

    /** The largest organization has 30 webhooks in a world of a thousand members, 300 in one of many. */
    int hooksOfLargest() {
        return Math.min(HOOKS_OF_LARGEST, 3 * hooks());
    }

    /** The number of an organization with a webhook: another one each time, until all have had their turn. */
    int hooked(int i) {
        return (int) (i * STRIDE % hooks()) * TO_A_HOOK;
    }

    /** The id of the webhook of such an organization. */
    static int hook(int organization) {
        return organization + 1;
    }

    /** A member of an organization: another one each time that it has its turn. */
    String member(int organization, int i) {
        return "user-" + (organization * MEMBERS_OF_ONE + i / hooks() % MEMBERS_OF_ONE);
    }

    /** One who is not a member of that organization. */
    String stranger(int organization, int i) {
        return "user-" + (organization * MEMBERS_OF_ONE + members / 2 + i / hooks() % MEMBERS_OF_ONE) % members;
    }

    /** A member of the largest organization. */
    String memberOfLargest(int i) {
        return "user-" + i * STRIDE % membersOfLargest();
    }

    /** One who is not a member of the largest organization. */
    String strangerToLargest(int i) {
        return "user-" + (members / 2 + i * STRIDE % (members / 2));
    }

    /** The seed. */
    String json() {
        return "{\"settings\": {\"rate_limit\": \"off\"}, \"tokens\": [{\"token\": \"" + BenchRequest.TOKEN
                + "\", \"user\": \"owner\", \"scopes\": [\"admin:org\", \"admin:org_hook\"]}], \"users\": ["
                + each(members, i -> "{\"login\": \"user-" + i + "\"}") + ", {\"login\": \"owner\"}"
                + "], \"organizations\": ["
                + each(organizations(), this::organization) + ", "
                + organization("largest", largestHooks(), 0, membersOfLargest()) + "]}";
    }

    private String organization(int i) {
        boolean hasHook = i % TO_A_HOOK == 0 && i / TO_A_HOOK < hooks();
        String hooks = hasHook ? hook("\"id\": " + hook(i) + ", ", "?" + i, "organization") : "";
        return organization("org-" + i, hooks, i * MEMBERS_OF_ONE, MEMBERS_OF_ONE);
    }

    private static String organization(String login, String hooks, int first, int members) {
        return "{\"login\": \"" + login + "\", \"hooks\": [" + hooks + "], \"members\": ["
                + "{\"login\": \"owner\", \"role\": \"admin\"}, "
                + each(
                        members,
                        i -> "{\"login\": \"user-" + (first + i) + (i == 0 ? "\", \"role\": \"admin\"}" : "\"}"))
                + "]}";
    }

    private String largestHooks() {
        return each(hooksOfLargest(), i -> hook("", "?largest-" + i, "repository"));
    }

    private String hook(String id, String query, String event) {
        return "{" + id + "\"config\": {\"url\": \"" + receiver + query + "\"}, \"events\": [\"" + event + "\"]}";
    }

    private static String each(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", "));
    }
}

package dev.hubtwin.internal.bench;

import dev.hubtwin.internal.openapi.ApiDescription;
import java.util.List;

/**
 * Measures how long it takes to find the operation that a request means, which Jersey does once more for its method.
 * Prints nanoseconds a request; takes some seconds.
 */
public final class RoutingBench {

    private static final List<String> PATHS = List.of(
            "/orgs/acme/members/mike",
            "/orgs/acme/hooks/17",
            "/orgs/acme",
            "/repos/acme/widgets/installation",
            "/organizations/9001/public_members/olivia");
    private static final int ROUNDS = 8;
    private static final int REQUESTS = 1_000_000;

    private RoutingBench() {}

    public static void main(String[] args) {
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int found = 0;
            for (int i = 0; i < REQUESTS; i++) {
                found += ApiDescription.github()
                                .match("GET", PATHS.get(i % PATHS.size()))
                                .isPresent()
                        ? 1
                        : 0;
            }
            long nanos = (System.nanoTime() - start) / REQUESTS;
            System.out.println(nanos + " ns a request, " + found + " found");
        }
    }
}

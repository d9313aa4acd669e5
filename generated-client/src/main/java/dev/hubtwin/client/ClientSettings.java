package dev.hubtwin.client;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a client sends.
 *
 * @param baseUrl the root of the API, without a slash at its end
 * @param timeout for one request and its answer, the body included
 */
record ClientSettings(
        String baseUrl,
        String apiVersion,
        String userAgent,
        HttpClient http,
        Duration timeout,
        Retries retries,
        Optional<AnswerCache> cache,
        Listeners listeners,
        Timer timer,
        Clock clock,
        RandomGenerator random) {}

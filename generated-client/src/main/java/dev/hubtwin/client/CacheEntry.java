package dev.hubtwin.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the cache has of the answer to a call. */
final class CacheEntry {

    private final Optional<AnswerCache> cache;
    private final String key;
    private final Optional<CachedAnswer> before;

    CacheEntry(Optional<AnswerCache> cache, Call call, String key) {
        this.cache = call.method().equals("GET") ? cache : Optional.empty();
        this.key = key;
        this.before = this.cache.flatMap(it -> it.get(key));
    }

    Optional<String> etag() {
        return before.map(CachedAnswer::etag);
    }

    /** Returns what an answer stands for: 304 for the one that is kept, which a success replaces. */
    Answer instead(Answer answer) {
        if (answer.status() == 304 && before.isPresent()) {
            CachedAnswer same = before.get();
            return new Answer(200, HttpHeaders.of(same.headers(), (name, value) -> true), same.body(), answer.uri());
        }
        if (cache.isPresent() && answer.status() == 200) {
            answer.header("ETag")
                    .ifPresent(etag -> cache.get()
                            .put(key, new CachedAnswer(etag, answer.headers().map(), answer.body())));
        }
        return answer;
    }
}

package dev.hubtwin.internal.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The requests that have the same labels, and how long they took. Counting one adds to two numbers. */
public final class RequestSeries {

    /** The longest times of the buckets, in nanoseconds: from 100 µs to 10 s. */
    private static final long[] BOUNDS = Stream.of(
                    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 10_000_000)
            .mapToLong(TimeUnit.MICROSECONDS::toNanos)
            .toArray();

    private final Labels labels;
    private final LongAdder nanos = new LongAdder();
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1).toArray(LongAdder[]::new);

    /**
     * What tells one series from another. Each of these has few values, whatever clients send.
     *
     * @param operation the id of the operation
     * @param status 0 if there was no answer
     */
    record Labels(String operation, String method, int status, AnswerSource source) {}

    RequestSeries(Labels labels) {
        this.labels = labels;
    }

    /** Counts a request that took so many nanoseconds. */
    public void add(long took) {
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    Labels labels() {
        return labels;
    }

    /** The upper bounds of all buckets in seconds; the last is infinite. */
    static double[] bounds() {
        double[] seconds = new double[BOUNDS.length + 1];
        for (int i = 0; i < BOUNDS.length; i++) {
            seconds[i] = BOUNDS[i] / 1e9;
        }
        seconds[BOUNDS.length] = Double.POSITIVE_INFINITY;
        return seconds;
    }

    /** How many requests are in each bucket, and not in one below it. */
    long[] counts() {
        return Stream.of(buckets).mapToLong(LongAdder::sum).toArray();
    }

    /** How long all took together. */
    double seconds() {
        return nanos.sum() / 1e9;
    }
}

package dev.hubtwin.internal.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as answers show them: UTC, whole seconds (conventions, section 9). */
public final class Timestamps {

    /**
     * With two digits for the day, as HTTP has it; {@link DateTimeFormatter#RFC_1123_DATE_TIME} writes one if it can.
     */
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" xx", Locale.ENGLISH);

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ENGLISH);

    /** Most answers are given in the second of the one before. */
    private static volatile HttpDate lastHttp = new HttpDate(Long.MIN_VALUE, "");

    private Timestamps() {}

    /** Returns the moment as an app reads it of its installations: with milliseconds, and {@code Z}. */
    public static String precise(Instant moment) {
        return MILLISECONDS.format(utc(moment)) + "Z";
    }

    /**
     * Returns the moment as everybody else reads it of installations and invitations: with milliseconds and an offset.
     */
    public static String offset(Instant moment) {
        return MILLISECONDS.format(utc(moment)) + "+00:00";
    }

    /** Returns a time as {@code GitHub-Authentication-Token-Expiration} has it: in UTC, or with its offset. */
    public static String plain(OffsetDateTime time) {
        return PLAIN.format(time) + (time.getOffset().equals(ZoneOffset.UTC) ? " UTC" : OFFSET.format(time));
    }

    /** The moment as an HTTP date, for {@code Date} and {@code Last-Modified}. */
    public static String http(Instant moment) {
        HttpDate last = lastHttp;
        if (last.second() != moment.getEpochSecond()) {
            last = new HttpDate(moment.getEpochSecond(), HTTP.format(utc(moment)));
            lastHttp = last;
        }
        return last.text();
    }

    /** The date of a second since 1970. */
    private record HttpDate(long second, String text) {}

    /** The moment cut to seconds; null stays null. */
    public static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }
}

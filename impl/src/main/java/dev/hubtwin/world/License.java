package dev.hubtwin.world;

/** The licence of a repository; {@code url}, {@code spdxId} and {@code htmlUrl} may be null. */
public record License(String key, String name, String url, String spdxId, String nodeId, String htmlUrl) {}

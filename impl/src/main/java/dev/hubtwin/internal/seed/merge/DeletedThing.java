package dev.hubtwin.internal.seed.merge;

/**
 * Something that a merge deletes.
 *
 * @param kind what it is, as the description calls it
 * @param scope the login within which its name is unique, in lower case; empty if it is unique everywhere
 * @param name its login, slug, id and so on, in lower case where case does not count
 */
public record DeletedThing(String kind, String scope, String name) {}

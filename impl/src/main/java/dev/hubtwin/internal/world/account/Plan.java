package dev.hubtwin.internal.world.account;

/** What an organization pays for; the seats that are taken are derived, never kept. Space in kilobytes. */
public record Plan(String name, long space, long privateRepos, long seats) {}

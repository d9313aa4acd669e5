package dev.hubtwin.internal.world.account;

import org.pcollections.PSet;

/**
 * The enterprise that an organization belongs to: it allows internal repositories.
 *
 * @param enforced the settings, by their names in a body, that the organization cannot change (R53)
 */
public record EnterpriseSettings(String slug, PSet<String> enforced) {}

/**
 * Turns seeds into worlds and worlds into seeds: {@link dev.hubtwin.internal.seed.SeedCodec}. The format is the schema
 * {@code state} of the control description, whose generated records are the typed seed. A {@link dev.hubtwin.seed.Seed}
 * is merged into an export if that is asked for, checked against the schema, decoded, and linked into a world; each
 * {@code …Mapper} holds both directions of one thing. There is one importer, whatever the seed is for.
 *
 * <p>Each subpackage uses only those before it: {@code document}, {@code schema}, {@code merge}, {@code mapping}.
 */
package dev.hubtwin.internal.seed;

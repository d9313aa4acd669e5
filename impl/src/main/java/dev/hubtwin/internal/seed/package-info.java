/**
 * Turns seeds into worlds and worlds into seeds: {@link dev.hubtwin.internal.seed.SeedCodec}. The format is the schema
 * {@code state} of the control description, whose generated records are the typed seed. A {@link dev.hubtwin.seed.Seed}
 * is merged into an export if that is asked for, checked against the schema, decoded, and linked into a world; each
 * {@code …Mapper} holds both directions of one thing. There is one importer, whatever the seed is for.
 *
 * <p>What is merged is exported as a slice: the things that the seed names and those that depend on them. They are
 * taken out of the world and read into the rest of it. The slice is the whole world where a seed gives a thing another
 * id, sets a counter back, or clears a list on which other things depend.
 *
 * <p>Each subpackage uses only those before it: {@code text}, {@code document}, {@code schema}, {@code merge},
 * {@code slice}, {@code mapping}.
 */
package dev.hubtwin.internal.seed;

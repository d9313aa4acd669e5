/**
 * The seed file, in and out: {@link dev.hubtwin.internal.seed.SeedCodec}. The format is the schema {@code state} of the
 * control description, whose generated records are the typed seed. A document is parsed
 * ({@link dev.hubtwin.internal.seed.document.SeedDocument}), merged into an export where that is asked for, checked
 * against the schema, decoded, and linked into a world; each {@code …Form} holds both directions of one thing. There is
 * one importer, whatever the document is for.
 */
package dev.hubtwin.internal.seed;

/**
 * The seed file, in and out: {@link dev.hubtwin.seed.Seeds}. The format is the schema {@code state} of the control
 * description, whose generated records are the typed seed. A document is parsed ({@link dev.hubtwin.seed.Document}),
 * merged into an export where that is asked for, checked against the schema, decoded, and linked into a world; each
 * {@code …Form} holds both directions of one thing. There is one importer, whatever the document is for.
 */
package dev.hubtwin.seed;

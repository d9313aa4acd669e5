/**
 * Describes what a world contains, in Java: {@link dev.hubtwin.seed.Seed} is the seed format of the control API and of
 * {@code --seed}, member by member.
 *
 * <pre>{@code
 * Seed seed = Seed.of()
 *         .users("olivia", "mike")
 *         .organization("acme", acme -> acme.owner("olivia").member("mike"))
 *         .repository("acme/widgets", widgets -> widgets.visibility(StateVisibility.PRIVATE));
 * Seed file = Seed.read(Path.of("world.yaml"));
 * }</pre>
 *
 * <p>The format is the schema {@code state} of the control description ({@code control.yaml}), whose enums
 * ({@code dev.hubtwin.client.control.model.State…}) are used here. Every method that sets something returns the part it
 * was called on. Nothing is checked before a world is made from the seed; what is wrong then is refused by a
 * {@link dev.hubtwin.seed.SeedException} that says where, and what was expected.
 */
@NullMarked
package dev.hubtwin.seed;

import org.jspecify.annotations.NullMarked;

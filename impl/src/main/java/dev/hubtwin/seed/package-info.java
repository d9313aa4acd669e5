/**
 * A seed in Java: {@link dev.hubtwin.seed.Seed}. What is built here is the seed format, member by member, and goes
 * through the same loader as a file; so the description of the state rules, and a refusal says where and what was
 * expected.
 */
package dev.hubtwin.seed;

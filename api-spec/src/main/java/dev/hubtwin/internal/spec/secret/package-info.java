/** What secrets are called and what they look like: one table for the twin and for the runner of the contract tests. */
package dev.hubtwin.internal.spec.secret;

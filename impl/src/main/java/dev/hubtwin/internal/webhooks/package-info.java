/**
 * Webhooks of organizations: what the operations of the tag do with them. What is sent to them is made in
 * {@code events}.
 */
package dev.hubtwin.internal.webhooks;

/**
 * Webhooks of organizations and repositories: what the operations of the tag do with them, and deliveries as those see
 * them who may manage a webhook. What is sent is made in {@code events}.
 */
package dev.hubtwin.internal.webhooks;

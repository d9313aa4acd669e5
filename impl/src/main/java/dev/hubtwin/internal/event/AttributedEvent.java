package dev.hubtwin.internal.event;

/** Something that webhooks tell of, and what made it happen. */
public record AttributedEvent(WebhookEvent what, EventSource cause) implements DomainEvent {}

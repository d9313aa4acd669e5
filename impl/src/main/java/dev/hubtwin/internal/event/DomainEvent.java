package dev.hubtwin.internal.event;

/** Something that happened in a world and that somebody outside of it hears of. */
public sealed interface DomainEvent permits Mail, WebhookEvent, AttributedEvent {}

package org.tinkuy.notification.people;

import java.util.UUID;

/// An attendee's id; for a sign-in code the challenge's, because its address may be nobody's yet.
public record RecipientId(UUID value) {}

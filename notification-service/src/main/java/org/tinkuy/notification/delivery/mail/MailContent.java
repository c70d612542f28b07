package org.tinkuy.notification.delivery.mail;

import java.util.Optional;
import org.tinkuy.notification.delivery.Addressee;

/// A mail's words, before they are packed for the way.
record MailContent(
        Addressee to, String subject, String text, String html, Optional<CalendarFile> calendar) {}

package org.tinkuy.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;

/// The words of mails, from `messages/mail_*.properties` and the templates in `mail/`.
public interface MailWords {

    String say(Language language, String key, Object... arguments);

    /// The time of day there.
    String clock(Instant time, ZoneId zone);

    /// The day and the time of day there, and whose clock that is.
    String moment(Language language, Instant time, ZoneId zone);

    /// Whose clock that is, as people call it.
    String zone(Language language, ZoneId zone);

    SessionWords session(Language language, SessionDetails session, @Nullable ZoneId recipient);

    /// `mail/<template>.txt` and `mail/<template>.html`, which also see `name`, `language` and
    /// `draft`.
    ///
    /// @param name empty where it is not known; `{name}` where it is a slot
    Body write(String template, Language language, String name, Map<String, ?> model);

    /// Whom a mail about these sessions comes from: their programme, where it is one; else empty.
    String sender(Language language, List<SessionDetails> sessions);

    /// Where answers to a mail about these sessions go: their programme's contact, where it is one
    /// programme and has one; else empty.
    Optional<String> contact(List<SessionDetails> sessions);

    /// A page of the site, by its path.
    URI page(String path);

    /// The page that asks before it cancels.
    URI cancellation(RegistrationId registration);

    /// Empty when no session has a date.
    Optional<CalendarFile> publishing(Language language, List<Attended> sessions);

    Optional<CalendarFile> cancelling(Language language, List<Attended> sessions);

    /// A session as the recipient's calendar has it.
    ///
    /// @param revision how often the recipient's seat was given up or taken again: it counts as the
    ///   session's own changes do, so that each file supersedes the one before (RFC 5546 §2.1.5)
    record Attended(SessionDetails session, int revision) {

        public long sequence() {
            return session.version() + revision;
        }
    }

    record Body(String plain, String html) {}

    /// What templates show of a session; an empty text is left out.
    ///
    /// @param when in the event's own time
    /// @param shortly the same for a subject; empty as long as there is no date
    /// @param yourTime the same in the recipient's, where it differs
    /// @param page the whole address
    record SessionWords(
            String title,
            String programme,
            String when,
            String shortly,
            String yourTime,
            String place,
            String page) {}
}

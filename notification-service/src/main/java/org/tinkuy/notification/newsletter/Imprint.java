package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.SessionDetails;

/// Why a campaign reaches somebody, as its mails say it.
public sealed interface Imprint {

    /// Whose name it comes under.
    LocalisedText programmeTitle();

    /// Where answers go; `null`: to the sender.
    @Nullable EmailAddress contact();

    record OfNewsletter(Newsletter newsletter) implements Imprint {

        @Override
        public LocalisedText programmeTitle() {
            return newsletter.programmeTitle();
        }

        @Override
        public @Nullable EmailAddress contact() {
            return newsletter.contact();
        }
    }

    sealed interface OfRegistered extends Imprint {

        boolean waitingToo();
    }

    record OfSession(SessionDetails session, boolean waitingToo) implements OfRegistered {

        @Override
        public LocalisedText programmeTitle() {
            return session.programmeTitle();
        }

        @Override
        public @Nullable EmailAddress contact() {
            return session.contact();
        }
    }

    record OfEvent(
            LocalisedText programmeTitle,
            @Nullable EmailAddress contact,
            LocalisedText event,
            boolean waitingToo)
            implements OfRegistered {}

    /// `null`: it is no newsletter's.
    default @Nullable Newsletter itsNewsletter() {
        return this instanceof OfNewsletter(var newsletter) ? newsletter : null;
    }
}

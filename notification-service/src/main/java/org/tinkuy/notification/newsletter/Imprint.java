package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.SessionDetails;

/// Why a campaign reaches somebody, as its mails say it.
public sealed interface Imprint {

    /// Whose name it comes under.
    LocalisedText programmeTitle();

    record OfNewsletter(Newsletter newsletter) implements Imprint {

        @Override
        public LocalisedText programmeTitle() {
            return newsletter.programmeTitle();
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
    }

    record OfEvent(LocalisedText programmeTitle, LocalisedText event, boolean waitingToo)
            implements OfRegistered {}

    /// `null`: it is no newsletter's.
    default @Nullable Newsletter itsNewsletter() {
        return this instanceof OfNewsletter(var newsletter) ? newsletter : null;
    }
}

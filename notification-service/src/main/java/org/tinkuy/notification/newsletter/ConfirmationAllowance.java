package org.tinkuy.notification.newsletter;

import java.time.Duration;

/// How many confirmation mails one address gets. Whatever is above is not mailed and nobody is
/// told, so that the answer says nothing about the address and nobody can bury a mailbox.
///
/// @param mailed in the last [#WINDOW]
record ConfirmationAllowance(int mailed) {

    /// One that got lost, one that was asked for impatiently, and one more.
    static final int MAILS = 3;

    static final Duration WINDOW = Duration.ofHours(1);

    boolean allowsAnother() {
        return mailed < MAILS;
    }
}

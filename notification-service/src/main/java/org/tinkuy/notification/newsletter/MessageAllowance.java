package org.tinkuy.notification.newsletter;

import java.time.Duration;

/// How many messages the registered of a programme get: a slip, or somebody who got hold of an
/// organiser's browser, must not fill the inboxes of people who never asked for mail.
///
/// @param aboutTheSame sent about this session or event within [#WINDOW]
/// @param ofTheProgramme all that were
public record MessageAllowance(long aboutTheSame, long ofTheProgramme) {

    public static final Duration WINDOW = Duration.ofHours(24);

    static final int ABOUT_THE_SAME = 3;
    static final int OF_A_PROGRAMME = 20;

    boolean allowsAnother() {
        return aboutTheSame < ABOUT_THE_SAME && ofTheProgramme < OF_A_PROGRAMME;
    }
}

package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;

/// The list that a programme's policy offers.
///
/// @param slug of the programme's page; also names the list in `List-Id`
/// @param contact of the programme: where answers go; `null`: to the sender
/// @param acknowledgement what a visitor reads after entering an address
public record Newsletter(
        ProgrammeId programme,
        String slug,
        LocalisedText programmeTitle,
        @Nullable EmailAddress contact,
        String name,
        LocalisedText acknowledgement) {

    String programmeTitle(Language language) {
        return programmeTitle.in(language);
    }
}

package org.tinkuy.notification.newsletter;

import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;

/// The list that a programme's policy offers.
///
/// @param slug of the programme's page; also names the list in `List-Id`
/// @param acknowledgement what a visitor reads after entering an address
public record Newsletter(
        ProgrammeId programme,
        String slug,
        LocalisedText programmeTitle,
        String name,
        LocalisedText acknowledgement) {

    String programmeTitle(Language language) {
        return programmeTitle.in(language);
    }
}

package org.tinkuy.session.speaker;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.TextByLanguage;

/// Somebody who speaks at sessions of a programme, or moderates them.
///
/// @param version counts its changes
/// @param role what they are, in the organiser's words: `minister of energy`
/// @param languages in which they can be spoken to, by their tags
/// @param address for organisers alone: it is never published
/// @param agreed on which day they agreed to be shown in public; `null`: they did not, and are not
public record Speaker(
        SpeakerId id,
        String slug,
        long version,
        String name,
        @Nullable String role,
        @Nullable String institution,
        List<String> languages,
        @Nullable TextByLanguage biography,
        @Nullable EmailAddress address,
        @Nullable LocalDate agreed)
        implements Draft {

    public Speaker {
        languages = List.copyOf(languages);
    }

    /// Nobody is shown without having agreed to it.
    public boolean isShown() {
        return agreed != null;
    }

    /// What may be published of them.
    public Speaker withoutAddress() {
        return new Speaker(
                id, slug, version, name, role, institution, languages, biography, null, agreed);
    }
}

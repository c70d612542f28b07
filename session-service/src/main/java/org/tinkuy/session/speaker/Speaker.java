package org.tinkuy.session.speaker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
/// @param answer what they said themselves, by the link of an invitation; `null`: nothing yet
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
        @Nullable LocalDate agreed,
        @Nullable Answer answer)
        implements Draft {

    public Speaker {
        languages = List.copyOf(languages);
    }

    /// @param agrees to be shown in public
    public record Answer(boolean agrees, Instant at) {}

    /// What they mend of their own entry.
    public record Own(
            String name,
            @Nullable String role,
            @Nullable String institution,
            List<String> languages,
            @Nullable TextByLanguage biography) {}

    /// Their word holds, whatever an organiser wrote before.
    ///
    /// @param today of the programme
    public Speaker answered(Own own, boolean agrees, Instant now, LocalDate today) {
        return new Speaker(
                id,
                slug,
                version + 1,
                own.name(),
                own.role(),
                own.institution(),
                own.languages(),
                own.biography(),
                address,
                agrees ? today : null,
                new Answer(agrees, now.truncatedTo(ChronoUnit.MILLIS)));
    }

    /// Whether an organiser would say what the speaker denied.
    public boolean contradicts(@Nullable LocalDate agreedNow) {
        return agreedNow != null && answer != null && !answer.agrees();
    }

    /// Nobody is shown without having agreed to it.
    public boolean isShown() {
        return agreed != null;
    }

    /// The same person in another programme, for which they have not agreed to anything yet.
    public Speaker copied(SpeakerId id) {
        return new Speaker(
                id,
                slug,
                FIRST_VERSION,
                name,
                role,
                institution,
                languages,
                biography,
                address,
                null,
                null);
    }

    /// What may be published of them.
    public Speaker withoutAddress() {
        return new Speaker(
                id,
                slug,
                version,
                name,
                role,
                institution,
                languages,
                biography,
                null,
                agreed,
                null);
    }
}

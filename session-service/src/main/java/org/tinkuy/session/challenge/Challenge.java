package org.tinkuy.session.challenge;

import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.TextByLanguage;

/// Problems that are posed to teams, or ideas that are recognised.
///
/// @param version counts its changes
/// @param edition counts the repeats of a challenge
/// @param answersTo whose problem it is
public record Challenge(
        ChallengeId id,
        String slug,
        long version,
        TextByLanguage title,
        @Nullable Integer edition,
        @Nullable String kind,
        @Nullable Year year,
        @Nullable TextByLanguage aim,
        @Nullable String entrants,
        @Nullable String answersTo)
        implements Draft {

    /// The same by another name.
    public Challenge copied(ChallengeId id) {
        return new Challenge(
                id, slug, FIRST_VERSION, title, edition, kind, year, aim, entrants, answersTo);
    }

    /// The same as that version of its draft.
    public Challenge as(long version) {
        return new Challenge(
                id, slug, version, title, edition, kind, year, aim, entrants, answersTo);
    }
}

package org.tinkuy.session.programme;

import java.time.Year;
import org.jspecify.annotations.Nullable;

/// Problems that are posed to teams, or ideas that are recognised.
///
/// @param edition counts the repeats of a challenge
/// @param answersTo whose problem it is
public record Challenge(
        ChallengeId id,
        String slug,
        TextByLanguage title,
        @Nullable Integer edition,
        @Nullable String kind,
        @Nullable Year year,
        @Nullable TextByLanguage aim,
        @Nullable String entrants,
        @Nullable String answersTo) {}

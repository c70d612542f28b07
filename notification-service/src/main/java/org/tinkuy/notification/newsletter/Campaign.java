package org.tinkuy.notification.newsletter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.people.ProgrammeId;

/// One issue of a newsletter, or a message to the registered.
///
/// @param startedAt whoever confirmed, or was registered, by then gets it; `null` for a draft
/// @param startedBy who sent it; `null` for a draft, and where it was sent before that was kept
/// @param recipients how many it was to go to when it started; `null` for a draft
/// @param pauseReason why it paused by itself; `null`: it did not
public record Campaign(
        CampaignId id,
        ProgrammeId programme,
        CampaignState state,
        CampaignDraft draft,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable UUID startedBy,
        @Nullable Instant endedAt,
        @Nullable Integer recipients,
        @Nullable PauseReason pauseReason) {

    /// News are old after that; a copy that could not be handed over by then is not sent.
    public static final Duration COPY_IS_USEFUL_FOR = Duration.ofDays(3);

    public Audience audience() {
        return draft.audience();
    }
}

package org.tinkuy.session.publication.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Setting;
import org.tinkuy.session.publication.Happening;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.speaker.Speaker;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// @param withdrawnAt `null`: it is published
/// @param archived `null`: it is not
@JsonNaming(SnakeCaseStrategy.class)
record PublishedProgrammeRow(
        UUID id,
        String slug,
        long version,
        @Nullable Instant withdrawnAt,
        @Nullable Boolean archived,
        Document document) {

    /// Written once and read as a whole. Its version and those within it are the drafts'.
    ///
    /// @param happening `null`: in a row from before it was kept, until one of its sessions changes
    record Document(
            ProgrammeId id,
            String slug,
            long version,
            int shiftedWeeks,
            Profile profile,
            Setting setting,
            Policies policies,
            List<Event> events,
            List<Challenge> challenges,
            List<Stand> stands,
            List<FollowUp> followUps,
            List<Speaker> speakers,
            @Nullable Happening happening) {}

    static PublishedProgrammeRow of(PublishedProgramme published) {
        var programme = published.programme();
        return new PublishedProgrammeRow(
                programme.id().value(),
                programme.slug(),
                published.version(),
                null,
                published.archived() ? true : null,
                new Document(
                        programme.id(),
                        programme.slug(),
                        programme.version(),
                        programme.shiftedWeeks(),
                        programme.profile(),
                        programme.setting(),
                        programme.policies(),
                        programme.events(),
                        published.challenges(),
                        published.stands(),
                        published.followUps(),
                        published.speakers(),
                        published.happening()));
    }

    PublishedProgramme toPublished() {
        return new PublishedProgramme(
                version,
                new Programme(
                        document.id,
                        document.slug,
                        document.version,
                        document.shiftedWeeks,
                        document.profile,
                        document.setting,
                        document.policies,
                        document.events),
                document.challenges,
                document.stands,
                document.followUps,
                document.speakers,
                document.happening == null ? Happening.NOTHING : document.happening,
                archived != null);
    }
}

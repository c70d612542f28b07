package org.tinkuy.session.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;

/// A programme as everybody sees it: the drafts of which it was made, as they were then, and what
/// its sessions say of it.
///
/// @param version counts the published states; the sequence of `programme-published`
/// @param programme what was stated; [#asItHappens] is what is read
/// @param speakers those who agreed to be shown, without their addresses
/// @param archived no list names it any more among what is to come
public record PublishedProgramme(
        long version,
        Programme programme,
        List<Challenge> challenges,
        List<Stand> stands,
        List<FollowUp> followUps,
        List<Speaker> speakers,
        Happening happening,
        boolean archived) {

    static final long FIRST_VERSION = 1;

    public PublishedProgramme {
        challenges = List.copyOf(challenges);
        stands = List.copyOf(stands);
        followUps = List.copyOf(followUps);
        speakers = List.copyOf(speakers);
    }

    public ProgrammeId id() {
        return programme.id();
    }

    PublishedProgramme after(PublishedProgramme before) {
        return following(before.version);
    }

    /// The same, as what everybody is told after that version.
    PublishedProgramme following(long version) {
        return at(version + 1);
    }

    PublishedProgramme at(long version) {
        return new PublishedProgramme(
                version, programme, challenges, stands, followUps, speakers, happening, archived);
    }

    WithdrawnProgramme withdraw() {
        return new WithdrawnProgramme(programme.id(), version + 1);
    }

    PublishedProgramme with(Event event) {
        return stating(programme.with(event));
    }

    PublishedProgramme without(EventId event) {
        return stating(programme.without(event));
    }

    private PublishedProgramme stating(Programme other) {
        return new PublishedProgramme(
                version,
                other,
                challenges,
                stands,
                followUps,
                speakers,
                happening.restated(other, happening),
                archived);
    }

    /// These drafts in the place of what was published, with what its sessions said beside that.
    ///
    /// @param then what they will say once all is published that is published with it; `null`: the
    ///   same
    PublishedProgramme inPlaceOf(PublishedProgramme before, @Nullable Happening then) {
        var said = before.happening;
        return with(said.restated(programme, then == null ? said : then));
    }

    PublishedProgramme with(Happening other) {
        return new PublishedProgramme(
                version, programme, challenges, stands, followUps, speakers, other, archived);
    }

    PublishedProgramme archived(boolean archived) {
        return new PublishedProgramme(
                version, programme, challenges, stands, followUps, speakers, happening, archived);
    }

    /// Whether the last of all its days lies before that one. A programme without any is not over,
    /// nor is one that runs on.
    boolean isOver(LocalDate today) {
        var happens = asItHappens();
        var last = new ArrayList<>(happens.days().toList());
        var days = happening.days();
        if (days != null) {
            last.add(days.last());
        }
        var month = happens.setting().month();
        if (month != null) {
            last.add(month.atEndOfMonth());
        }
        var runs = happens.setting().runs();
        if (runs != null) {
            var until = runs.until();
            last.add(until == null ? LocalDate.MAX : until.atMonth(12).atEndOfMonth());
        }
        return !last.isEmpty() && Collections.max(last).isBefore(today);
    }

    /// Who does not agree any more.
    PublishedProgramme without(SpeakerId speaker) {
        return new PublishedProgramme(
                version,
                programme,
                challenges,
                stands,
                followUps,
                speakers.stream().filter(one -> !one.id().equals(speaker)).toList(),
                happening,
                archived);
    }

    /// Of each part with an identity that it was made of, one after the other.
    public List<String> draftVersions() {
        return Stream.of(
                        Stream.of(version(programme.id().value(), programme)),
                        programme.events().stream().map(one -> version(one.id().value(), one)),
                        challenges.stream().map(one -> version(one.id().value(), one)),
                        stands.stream().map(one -> version(one.id().value(), one)),
                        followUps.stream().map(one -> version(one.id().value(), one)),
                        speakers.stream().map(one -> version(one.id().value(), one)))
                .flatMap(versions -> versions)
                .toList();
    }

    private static String version(UUID id, Draft draft) {
        return id + " " + draft.version();
    }

    /// With the dates and the mode that its sessions give it.
    Programme asItHappens() {
        return happening.seenIn(programme);
    }

    /// Whether people and programs see the same, whatever became of the drafts.
    boolean readsAs(PublishedProgramme other) {
        return ProgrammePublished.of(this).equals(ProgrammePublished.of(other));
    }
}

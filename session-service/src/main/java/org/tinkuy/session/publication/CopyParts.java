package org.tinkuy.session.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tinkuy.session.challenge.ChallengeId;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.BeginProgramme;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Mono;

/// Begins a programme that is drafted as another one is, with all its parts except sessions, some
/// weeks later. Its speakers have not agreed to be shown in it. In the caller's transaction.
@Component
public class CopyParts {

    /// @param events those of the copy, by those of which they are copies
    /// @param speakers likewise
    public record Copied(
            Programme programme,
            Map<EventId, EventId> events,
            Map<SpeakerId, SpeakerId> speakers) {}

    private final BeginProgramme beginProgramme;
    private final Events events;
    private final Challenges challenges;
    private final Stands stands;
    private final FollowUps followUps;
    private final Speakers speakers;

    CopyParts(
            BeginProgramme beginProgramme,
            Events events,
            Challenges challenges,
            Stands stands,
            FollowUps followUps,
            Speakers speakers) {
        this.beginProgramme = beginProgramme;
        this.events = events;
        this.challenges = challenges;
        this.stands = stands;
        this.followUps = followUps;
        this.speakers = speakers;
    }

    /// A month and years are not stated of the copy: they would be those of the source. Fails with
    /// [org.tinkuy.session.programme.DraftChanged] where it was begun before.
    public Mono<Copied> of(Programme source, ProgrammeId id, int weeks) {
        var setting = source.setting().later(weeks);
        return beginProgramme
                .begin(id, null, source.profile(), setting, source.policies())
                .flatMap(begun -> {
                    var named = new HashMap<EventId, EventId>();
                    var copies =
                            source.events().stream()
                                    .map(event -> copy(event, named, weeks))
                                    .toList();
                    return events.add(id, copies)
                            .then(parts(source.id(), id))
                            .then(speakers(source.id(), id))
                            .map(people -> new Copied(with(begun, copies), named, people));
                });
    }

    private static Event copy(Event event, Map<EventId, EventId> named, int weeks) {
        var id = EventId.next();
        named.put(event.id(), id);
        return event.copied(id, event.slug(), weeks);
    }

    private static Programme with(Programme begun, List<Event> events) {
        return events.stream().reduce(begun, Programme::with, (_, latter) -> latter);
    }

    private Mono<Map<SpeakerId, SpeakerId>> speakers(ProgrammeId source, ProgrammeId id) {
        return speakers.of(source)
                .collectList()
                .flatMap(all -> {
                    var named = new HashMap<SpeakerId, SpeakerId>();
                    var copies = all.stream().map(one -> copy(one, named)).toList();
                    return speakers.add(id, copies).thenReturn(named);
                });
    }

    private static Speaker copy(Speaker speaker, Map<SpeakerId, SpeakerId> named) {
        var id = SpeakerId.next();
        named.put(speaker.id(), id);
        return speaker.copied(id);
    }

    private Mono<Void> parts(ProgrammeId source, ProgrammeId id) {
        return challenges
                .of(source)
                .map(one -> one.copied(ChallengeId.next()))
                .collectList()
                .flatMap(copies -> challenges.add(id, copies))
                .thenMany(stands.of(source))
                .map(one -> one.copied(StandId.next()))
                .collectList()
                .flatMap(copies -> stands.add(id, copies))
                .thenMany(followUps.of(source))
                .map(one -> one.copied(FollowUpId.next()))
                .collectList()
                .flatMap(copies -> followUps.add(id, copies));
    }
}

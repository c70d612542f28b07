package org.tinkuy.session.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.SpeakerId;

/// Nobody speaks or moderates at two places at once, nor gets from one to the other in no time.
final class SpeakerOverlaps {

    private final Programme programme;
    private final Map<SpeakerId, TakenTimes> bySpeaker = new HashMap<>();

    /// @param sessions of the programme
    /// @param elsewhere what its speakers do in other programmes
    SpeakerOverlaps(List<Session> sessions, Programme programme, List<Engagement> elsewhere) {
        this.programme = programme;
        Stream.concat(elsewhere.stream(), sessions.stream().flatMap(this::engagements))
                .collect(groupingBy(Engagement::speaker, mapping(Engagement::taken, toList())))
                .forEach((speaker, taken) -> bySpeaker.put(speaker, new TakenTimes(taken)));
    }

    private Stream<Engagement> engagements(Session session) {
        return Taken.by(session, programme).stream()
                .flatMap(taken ->
                        session.people().all().map(speaker -> new Engagement(speaker, taken)));
    }

    /// Empty where nobody is wanted twice.
    ///
    /// @param session perhaps one of them
    Optional<Objection.SpeakersElsewhere> of(Session session) {
        return Taken.by(session, programme).flatMap(wanted -> of(session, wanted));
    }

    private Optional<Objection.SpeakersElsewhere> of(Session session, Taken wanted) {
        var travel = programme.policies().travel();
        var within = travel == null ? Duration.ZERO : travel;
        var speakers = new LinkedHashSet<SpeakerId>();
        var others = new LinkedHashSet<SessionId>();
        session.people()
                .all()
                .forEach(speaker -> {
                    var times = bySpeaker.get(speaker);
                    var near =
                            times == null
                                    ? List.<SessionId>of()
                                    : times.near(
                                            wanted,
                                            within,
                                            other -> wanted.excludes(other, within));
                    if (!near.isEmpty()) {
                        speakers.add(speaker);
                        others.addAll(near);
                    }
                });
        return speakers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Objection.SpeakersElsewhere(
                                List.copyOf(speakers), List.copyOf(others)));
    }
}

package org.tinkuy.session.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the speakers of a programme do in others, as far as it is published there: what is drafted
/// in a programme is nobody else's business. Who has the same address is the same person.
@Component
class ReadEngagements {

    private final Speakers speakers;
    private final PublishedProgrammes programmes;
    private final PublishedSessions sessions;

    ReadEngagements(Speakers speakers, PublishedProgrammes programmes, PublishedSessions sessions) {
        this.speakers = speakers;
        this.programmes = programmes;
        this.sessions = sessions;
    }

    /// In the caller's transaction.
    Mono<List<Engagement>> elsewhere(ProgrammeId programme) {
        return engagements(speakers.sameElsewhere(programme));
    }

    /// Of these alone. In the caller's transaction.
    Mono<List<Engagement>> elsewhere(ProgrammeId programme, People people) {
        return people.equals(People.NOBODY)
                ? Mono.just(List.of())
                : engagements(speakers.sameElsewhere(programme, people.all().toList()));
    }

    private Mono<List<Engagement>> engagements(Flux<Speakers.Same> pairs) {
        return pairs.collect(
                        groupingBy(Speakers.Same::other, mapping(Speakers.Same::speaker, toSet())))
                .flatMap(same -> same.isEmpty() ? Mono.just(List.of()) : engagements(same));
    }

    private Mono<List<Engagement>> engagements(Map<SpeakerId, Set<SpeakerId>> same) {
        return sessions.naming(same.keySet())
                .collect(groupingBy(Session::programmeId))
                .flatMapIterable(Map::entrySet)
                .concatMap(its ->
                        programmes
                                .find(its.getKey())
                                .map(PublishedProgramme::programme)
                                .map(programme -> engagements(its.getValue(), programme, same)))
                .flatMapIterable(engagements -> engagements)
                .collectList();
    }

    private static List<Engagement> engagements(
            List<Session> sessions, Programme programme, Map<SpeakerId, Set<SpeakerId>> same) {
        return sessions.stream()
                .flatMap(session ->
                        Taken.by(session, programme).stream()
                                .flatMap(taken -> engagements(session, taken, same)))
                .toList();
    }

    private static Stream<Engagement> engagements(
            Session session, Taken taken, Map<SpeakerId, Set<SpeakerId>> same) {
        return session.people()
                .all()
                .flatMap(other -> same.getOrDefault(other, Set.of()).stream())
                .map(speaker -> new Engagement(speaker, taken));
    }
}

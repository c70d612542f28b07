package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.UnknownPublication;
import org.tinkuy.session.schedule.PublicationChanges.SessionChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What one publication of a programme changed.
@Component
public class ReadPublication {

    private final Publications publications;
    private final FormerSessions formerSessions;
    private final TransactionalOperator transaction;

    ReadPublication(
            Publications publications,
            FormerSessions formerSessions,
            TransactionalOperator transaction) {
        this.publications = publications;
        this.formerSessions = formerSessions;
        this.transaction = transaction;
    }

    /// Fails with [UnknownPublication].
    public Mono<PublicationChanges> of(ProgrammeId programme, long number) {
        return publications
                .find(programme, number)
                .switchIfEmpty(Mono.error(UnknownPublication::new))
                .flatMap(publication ->
                        Mono.zip(
                                        programme(programme, number),
                                        programme(programme, number - 1),
                                        formerSessions.changes(programme, number).collectList())
                                .map(found ->
                                        changes(
                                                publication,
                                                found.getT1().orElse(null),
                                                found.getT2().orElse(null),
                                                found.getT3())))
                .as(transaction::transactional);
    }

    /// The sessions alone, one after the other: whoever has enough of them asks for no more. None
    /// where there is no such publication.
    Flux<SessionChange> sessions(ProgrammeId programme, long number) {
        return Mono.zip(programme(programme, number), programme(programme, number - 1))
                .flatMapMany(found ->
                        formerSessions
                                .changes(programme, number)
                                .map(change ->
                                        change(
                                                change,
                                                found.getT1().orElse(null),
                                                found.getT2().orElse(null))))
                .as(transaction::transactional);
    }

    private Mono<Optional<PublishedProgramme>> programme(ProgrammeId programme, long number) {
        return publications
                .programme(programme, number)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static PublicationChanges changes(
            Publication publication,
            @Nullable PublishedProgramme after,
            @Nullable PublishedProgramme before,
            List<FormerSessions.Change> sessions) {
        return new PublicationChanges(
                publication,
                after == null ? null : ProgrammePublished.of(after),
                before == null ? null : ProgrammePublished.of(before),
                sessions.stream().map(change -> change(change, after, before)).toList());
    }

    private static SessionChange change(
            FormerSessions.Change change,
            @Nullable PublishedProgramme after,
            @Nullable PublishedProgramme before) {
        return new SessionChange(
                published(change.after(), after), published(change.before(), before));
    }

    private static @Nullable SessionPublished published(
            @Nullable Session session, @Nullable PublishedProgramme programme) {
        return session == null || programme == null
                ? null
                : SessionPublished.of(session, programme.programme());
    }
}

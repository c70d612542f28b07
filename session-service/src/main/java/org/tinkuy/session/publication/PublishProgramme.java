package org.tinkuy.session.publication;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Publishes the drafts of a programme and of all that belongs to it, except its sessions: each of
/// them is published by itself, and only told anew what it takes from the programme.
@Component
public class PublishProgramme {

    private final Programmes programmes;
    private final Challenges challenges;
    private final Stands stands;
    private final FollowUps followUps;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final TransactionalOperator transaction;

    PublishProgramme(
            Programmes programmes,
            Challenges challenges,
            Stands stands,
            FollowUps followUps,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.challenges = challenges;
        this.stands = stands;
        this.followUps = followUps;
        this.published = published;
        this.replace = replace;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme] and [DraftChanged].
    ///
    /// @param version of the programme's draft that the organiser saw
    public Mono<ProgrammePublished> publish(ProgrammeId id, long version) {
        return publish(id, version, Happening.NOTHING);
    }

    /// Fails likewise.
    ///
    /// @param first what its sessions will say, where nothing of it is published yet
    public Mono<ProgrammePublished> publish(ProgrammeId id, long version, Happening first) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(programme ->
                        programme.version() == version
                                ? withAllOfIt(programme)
                                : Mono.error(new DraftChanged()))
                .flatMap(now ->
                        published
                                .find(id)
                                .flatMap(before ->
                                        replace.with(before, now.with(before.happening())))
                                .switchIfEmpty(Mono.defer(() -> replace.first(now.with(first)))))
                .as(transaction::transactional);
    }

    private Mono<PublishedProgramme> withAllOfIt(Programme programme) {
        var id = programme.id();
        return Mono.zip(
                        challenges.of(id).collectList(),
                        stands.of(id).collectList(),
                        followUps.of(id).collectList())
                .map(parts ->
                        new PublishedProgramme(
                                PublishedProgramme.FIRST_VERSION,
                                programme,
                                parts.getT1(),
                                parts.getT2(),
                                parts.getT3(),
                                Happening.NOTHING));
    }
}

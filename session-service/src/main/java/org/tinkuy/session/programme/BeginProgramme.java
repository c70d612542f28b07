package org.tinkuy.session.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Begins the draft of a programme. Nobody sees it before it is published.
@Component
public class BeginProgramme {

    private final Programmes programmes;
    private final TransactionalOperator transaction;

    BeginProgramme(Programmes programmes, TransactionalOperator transaction) {
        this.programmes = programmes;
        this.transaction = transaction;
    }

    /// Fails with [DraftChanged] where it was begun before, and with [SlugTaken].
    ///
    /// @param slug `null`: one that its title gives it
    public Mono<Programme> begin(
            ProgrammeId id,
            @Nullable String slug,
            Profile profile,
            Setting setting,
            Policies policies) {
        return programmes
                .find(id)
                .flatMap(_ -> Mono.<Programme>error(new DraftChanged()))
                .switchIfEmpty(
                        Mono.defer(() ->
                                Flux.fromStream(() ->
                                                Slugs.candidates(
                                                        slug, profile.title(), "programme"))
                                        .map(candidate ->
                                                begun(id, candidate, profile, setting, policies))
                                        .concatMap(this::added, 1)
                                        .next()))
                .switchIfEmpty(Mono.error(SlugTaken::new))
                .as(transaction::transactional);
    }

    private Mono<Programme> added(Programme programme) {
        return programmes
                .add(programme)
                .flatMap(added -> added ? Mono.just(programme) : notBegunMeanwhile(programme.id()));
    }

    /// Another transaction may have begun the same after this one looked.
    private Mono<Programme> notBegunMeanwhile(ProgrammeId id) {
        return programmes.find(id).flatMap(_ -> Mono.error(new DraftChanged()));
    }

    private static Programme begun(
            ProgrammeId id, String slug, Profile profile, Setting setting, Policies policies) {
        return new Programme(
                id, slug, Draft.FIRST_VERSION, 0, profile, setting, policies, List.of());
    }
}

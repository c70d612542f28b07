package org.tinkuy.session.publication;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Archive;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Puts a programme that is over or that nobody else sees into the archive, and takes it out again.
/// Everything of it stays as it is and where it is.
@Component
public class ArchiveProgramme {

    /// What can become of a programme in the end.
    ///
    /// @param archivable it could be put into the archive, or is there
    /// @param deletable it was never published
    public record Ending(boolean archived, boolean archivable, boolean deletable) {}

    private final Programmes programmes;
    private final Archive archive;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ArchiveProgramme(
            Programmes programmes,
            Archive archive,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.archive = archive;
        this.published = published;
        this.replace = replace;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme].
    public Mono<Ending> ending(ProgrammeId id) {
        return programmes
                .find(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(_ ->
                        Mono.zip(
                                archive.contains(id),
                                published.find(id).map(this::isOver).defaultIfEmpty(true),
                                published.version(id).hasElement()))
                .map(all -> new Ending(all.getT1(), all.getT1() || all.getT2(), !all.getT3()))
                .as(transaction::transactional);
    }

    /// Whether it was not there before. Fails with [UnknownProgramme] and [NotOver].
    public Mono<Boolean> add(ProgrammeId id) {
        return lock(id).then(archive.contains(id))
                .flatMap(there -> there ? Mono.just(false) : addNew(id))
                .as(transaction::transactional);
    }

    private Mono<Boolean> addNew(ProgrammeId id) {
        var now = clock.instant();
        return published
                .find(id)
                .doOnNext(this::requireOver)
                .flatMap(programme -> tell(programme, true))
                .then(archive.add(id, now));
    }

    private Mono<Void> tell(PublishedProgramme before, boolean archived) {
        return replace.with(before, before.archived(archived))
                .then(published.version(before.id()))
                .flatMap(now -> publications.restate(before.id(), before.version(), now));
    }

    private void requireOver(PublishedProgramme programme) {
        if (!isOver(programme)) {
            throw new NotOver();
        }
    }

    private boolean isOver(PublishedProgramme programme) {
        var zone = programme.programme().setting().timeZone();
        return programme.isOver(LocalDate.ofInstant(clock.instant(), zone));
    }

    /// Whether it was there. Fails with [UnknownProgramme].
    public Mono<Boolean> remove(ProgrammeId id) {
        return lock(id).then(published.find(id).flatMap(programme -> tell(programme, false)))
                .then(archive.remove(id))
                .as(transaction::transactional);
    }

    private Mono<Void> lock(ProgrammeId id) {
        return programmes.lock(id).switchIfEmpty(Mono.error(UnknownProgramme::new)).then();
    }
}

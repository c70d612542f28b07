package org.tinkuy.session.programme;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Begins, changes and removes one draft and nothing beside it: what others write at the same time
/// stays. Nobody is told before it is published.
@Component
public class ChangeDraft {

    private final Programmes programmes;
    private final PublishedParts published;
    private final TransactionalOperator transaction;

    ChangeDraft(
            Programmes programmes, PublishedParts published, TransactionalOperator transaction) {
        this.programmes = programmes;
        this.published = published;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme], [UnknownDraft], [DraftChanged] and [TooManyParts].
    ///
    /// @param version of the draft that the organiser saw; [Draft#NOT_BEGUN]: there was none
    /// @param first answers the draft that is begun, beside those that are there
    /// @param change answers the draft with its next version
    public <I extends PartId, D extends Draft> Mono<D> put(
            Drafts<I, D> drafts,
            ProgrammeId programme,
            I id,
            long version,
            Function<List<D>, D> first,
            UnaryOperator<D> change) {
        var changed =
                version == Draft.NOT_BEGUN
                        ? begin(drafts, programme, id, first)
                        : change(drafts, programme, id, version, change);
        return changed.as(transaction::transactional);
    }

    private <D extends Draft> Mono<D> begin(
            Drafts<?, D> drafts, ProgrammeId programme, PartId id, Function<List<D>, D> first) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(_ -> drafts.of(programme).collectList())
                .map(others -> {
                    if (others.size() >= drafts.most()) {
                        throw new TooManyParts(drafts.most());
                    }
                    return first.apply(others);
                })
                .filterWhen(
                        _ -> published.areOfAnother(programme, id.value()).map(others -> !others))
                .filterWhen(draft -> drafts.addNew(programme, draft))
                .switchIfEmpty(Mono.error(DraftChanged::new));
    }

    private <I, D extends Draft> Mono<D> change(
            Drafts<I, D> drafts,
            ProgrammeId programme,
            I id,
            long version,
            UnaryOperator<D> change) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownDraft::new))
                .flatMap(_ -> seen(drafts, programme, id, version))
                .map(change)
                .flatMap(changed -> drafts.save(programme, changed).thenReturn(changed));
    }

    /// What was published of it stays until the programme is published again. Fails with
    /// [UnknownDraft], [DraftChanged] and, of an event, [StillNeeded] where sessions belong to it.
    ///
    /// @param version of the draft that the organiser saw
    public <I, D extends Draft> Mono<Void> remove(
            Drafts<I, D> drafts, ProgrammeId programme, I id, long version) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(_ -> seen(drafts, programme, id, version))
                .flatMap(_ -> drafts.remove(programme, id))
                .as(transaction::transactional);
    }

    private static <I, D extends Draft> Mono<D> seen(
            Drafts<I, D> drafts, ProgrammeId programme, I id, long version) {
        return drafts.lock(programme, id)
                .switchIfEmpty(Mono.error(UnknownDraft::new))
                .flatMap(draft ->
                        draft.version() == version
                                ? Mono.just(draft)
                                : Mono.error(new DraftChanged()));
    }

    /// How a part that is begun is called in addresses of pages.
    ///
    /// @param wanted `null`: as its title gives it
    /// @throws SlugTaken if another part of the programme is called so
    public static <D> String slug(
            @Nullable String wanted,
            TextByLanguage title,
            String otherwise,
            List<D> others,
            Function<D, String> slugOf) {
        Set<String> taken = others.stream().map(slugOf).collect(Collectors.toSet());
        return Slugs.free(Slugs.candidates(wanted, title, otherwise), taken);
    }
}

package org.tinkuy.session.publication;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Drafts;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.SlugTaken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes the drafts of a programme and its parts, except its sessions, say again what was published
/// once. What nobody saw yet stays, and so do its speakers: what they agreed to is theirs. In the
/// caller's transaction, which holds the programme's draft.
@Component
public class RestoreParts {

    /// One kind of part.
    private record Kind<I, D extends Draft>(
            Drafts<I, D> drafts,
            Function<D, I> id,
            Function<I, UUID> key,
            BiFunction<D, Long, D> version) {

        Set<UUID> ids(List<D> parts) {
            return parts.stream().map(id.andThen(key)).collect(Collectors.toSet());
        }

        boolean saysTheSame(D one, D other) {
            return version.apply(one, Draft.NOT_BEGUN)
                    .equals(version.apply(other, Draft.NOT_BEGUN));
        }
    }

    private final Programmes programmes;
    private final Kind<EventId, Event> events;
    private final Kind<?, Challenge> challenges;
    private final Kind<?, Stand> stands;
    private final Kind<?, FollowUp> followUps;

    RestoreParts(
            Programmes programmes,
            Events events,
            Challenges challenges,
            Stands stands,
            FollowUps followUps) {
        this.programmes = programmes;
        this.events = new Kind<>(events, Event::id, EventId::value, Event::as);
        this.challenges = new Kind<>(challenges, Challenge::id, one -> one.value(), Challenge::as);
        this.stands = new Kind<>(stands, Stand::id, one -> one.value(), Stand::as);
        this.followUps = new Kind<>(followUps, FollowUp::id, one -> one.value(), FollowUp::as);
    }

    /// Fails with [SlugTaken] where something that nobody saw yet is called as a part was.
    ///
    /// @param published as it is now; `null`: it is not
    public Mono<Void> restore(
            Programme draft, PublishedProgramme then, @Nullable PublishedProgramme published) {
        var id = draft.id();
        return programme(draft, then.programme())
                .then(put(events, id, then.programme().events()))
                .then(
                        all(
                                challenges,
                                id,
                                then.challenges(),
                                published,
                                PublishedProgramme::challenges))
                .then(all(stands, id, then.stands(), published, PublishedProgramme::stands))
                .then(
                        all(
                                followUps,
                                id,
                                then.followUps(),
                                published,
                                PublishedProgramme::followUps));
    }

    /// After the sessions, that may have belonged to them.
    ///
    /// @param needed by drafts of sessions
    public Mono<Void> removeEvents(
            ProgrammeId programme,
            PublishedProgramme then,
            @Nullable PublishedProgramme published,
            Set<EventId> needed) {
        return published == null
                ? Mono.empty()
                : remove(
                        events,
                        programme,
                        then.programme().events(),
                        published.programme().events().stream()
                                .filter(event -> !needed.contains(event.id()))
                                .toList());
    }

    private Mono<Void> programme(Programme draft, Programme then) {
        return draft.profile().equals(then.profile())
                        && draft.setting().equals(then.setting())
                        && draft.policies().equals(then.policies())
                ? Mono.empty()
                : programmes.save(draft.stating(then.profile(), then.setting(), then.policies()));
    }

    private static <I, D extends Draft> Mono<Void> all(
            Kind<I, D> kind,
            ProgrammeId programme,
            List<D> then,
            @Nullable PublishedProgramme published,
            Function<PublishedProgramme, List<D>> parts) {
        return put(kind, programme, then)
                .then(
                        published == null
                                ? Mono.empty()
                                : remove(kind, programme, then, parts.apply(published)));
    }

    private static <I, D extends Draft> Mono<Void> put(
            Kind<I, D> kind, ProgrammeId programme, List<D> then) {
        return kind.drafts()
                .of(programme)
                .collectMap(kind.id())
                .flatMapMany(now ->
                        Flux.fromIterable(then)
                                .concatMap(one ->
                                        put(kind, programme, one, now.get(kind.id().apply(one)))))
                .then();
    }

    private static <I, D extends Draft> Mono<Void> put(
            Kind<I, D> kind, ProgrammeId programme, D then, @Nullable D now) {
        if (now == null) {
            return kind.drafts()
                    .addNew(programme, kind.version().apply(then, then.version() + 1))
                    .filter(added -> added)
                    .switchIfEmpty(Mono.error(SlugTaken::new))
                    .then();
        }
        return kind.saysTheSame(now, then)
                ? Mono.empty()
                : kind.drafts().save(programme, kind.version().apply(then, now.version() + 1));
    }

    private static <I, D extends Draft> Mono<Void> remove(
            Kind<I, D> kind, ProgrammeId programme, List<D> then, List<D> published) {
        var staying = kind.ids(then);
        return Flux.fromIterable(published)
                .filter(one -> !staying.contains(kind.id().andThen(kind.key()).apply(one)))
                .concatMap(one -> kind.drafts().remove(programme, kind.id().apply(one)))
                .then();
    }
}

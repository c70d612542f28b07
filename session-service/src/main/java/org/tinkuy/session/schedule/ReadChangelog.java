package org.tinkuy.session.schedule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.FindProgramme;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Changelog.Entry;
import org.tinkuy.session.schedule.Changelog.Item;
import org.tinkuy.session.schedule.Changelog.Where;
import org.tinkuy.session.schedule.PublicationChanges.SessionChange;
import reactor.core.publisher.Mono;

/// What everybody may know of the publications of a programme: not by whom, nor why.
@Component
public class ReadChangelog {

    private final FindProgramme findProgramme;
    private final Publications publications;
    private final ReadPublication readPublication;

    ReadChangelog(
            FindProgramme findProgramme,
            Publications publications,
            ReadPublication readPublication) {
        this.findProgramme = findProgramme;
        this.publications = publications;
        this.readPublication = readPublication;
    }

    /// Fails with [UnknownProgramme].
    public Mono<Changelog> of(String idOrSlug) {
        return findProgramme
                .byIdOrSlug(idOrSlug)
                .map(PublishedProgramme::id)
                .flatMapMany(programme -> {
                    var room = new ChangelogRoom();
                    return publications
                            .of(programme, null, Changelog.MOST)
                            .filter(ReadChangelog::mayBeTold)
                            .concatMap(one -> entry(programme, one, room));
                })
                .collectList()
                .map(Changelog::new);
    }

    /// Before the first one there was nothing that could become other.
    private static boolean mayBeTold(Publication publication) {
        return publication.number() > 1 && sessions(publication) > 0;
    }

    private static int sessions(Publication publication) {
        return publication.added() + publication.changed() + publication.removed();
    }

    private Mono<Entry> entry(ProgrammeId programme, Publication one, ChangelogRoom room) {
        if (!room.begins()) {
            return Mono.empty();
        }
        return readPublication
                .sessions(programme, one.number())
                .map(ReadChangelog::item)
                .takeWhile(item -> item.map(room::takes).orElse(true))
                .collectList()
                .map(looked ->
                        new Entry(
                                one.number(),
                                one.at(),
                                looked.stream().flatMap(Optional::stream).toList(),
                                room.isFull() ? sessions(one) - looked.size() : null))
                .filter(entry -> !entry.items().isEmpty() || entry.more() != null);
    }

    private static Optional<Item> item(SessionChange change) {
        var before = change.before();
        var after = change.after();
        if (after == null) {
            return before == null || before.cancelled() != null
                    ? Optional.empty()
                    : Optional.of(item(before, "removed", Where.of(before), null));
        }
        var now = Where.of(after);
        if (before == null) {
            return Optional.of(item(after, "added", null, now));
        }
        if (after.cancelled() != null) {
            return before.cancelled() != null
                    ? Optional.empty()
                    : Optional.of(item(after, "cancelled", Where.of(before), now));
        }
        if (before.cancelled() != null) {
            return Optional.of(item(after, "reinstated", Where.of(before), now));
        }
        return Where.of(before).equals(now)
                ? Optional.empty()
                : Optional.of(item(after, "moved", Where.of(before), now));
    }

    private static Item item(
            SessionPublished session,
            String change,
            @Nullable Where before,
            @Nullable Where after) {
        var cancelled = session.cancelled();
        return new Item(
                session.id(),
                session.eventId(),
                session.kind(),
                session.title(),
                change,
                before,
                after,
                cancelled == null ? null : cancelled.reason());
    }
}

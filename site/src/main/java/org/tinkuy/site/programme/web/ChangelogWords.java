package org.tinkuy.site.programme.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.web.Changelogs.Changelog;
import org.tinkuy.site.programme.web.Changelogs.Entry;
import org.tinkuy.site.programme.web.Changelogs.Item;
import org.tinkuy.site.programme.web.Changelogs.Where;
import org.tinkuy.site.visitor.Phrase;

/// What became other of a programme, as visitors read it.
@Component
class ChangelogWords {

    private static final Set<String> TOLD =
            Set.of("added", "moved", "cancelled", "reinstated", "removed");

    /// @param number of the publication
    /// @param more that there are further sessions, and how many; `null`: there are none
    public record Told(long number, Instant at, List<Line> lines, @Nullable String more) {

        /// For a feed, which knows no languages within a text.
        String plain() {
            return Stream.concat(lines.stream().map(Line::plain), Stream.ofNullable(more))
                    .collect(Collectors.joining("\n"));
        }
    }

    /// @param title what the session is called, in its language
    /// @param event of which it is part; `null`: of the programme as a whole
    /// @param words what became of it
    /// @param reason `null`: none was given
    public record Line(
            Phrase title, @Nullable Phrase event, String words, @Nullable Phrase reason) {

        private String plain() {
            return Stream.of(
                            title.text()
                                    + (event == null ? "" : " · " + event.text())
                                    + ": "
                                    + words,
                            reason == null ? null : reason.text())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    private final MessageSource messages;

    ChangelogWords(MessageSource messages) {
        this.messages = messages;
    }

    List<Told> of(Changelog changelog, Programme programme, InWords in) {
        return changelog.entries().stream()
                .map(entry ->
                        new Told(
                                entry.number(),
                                entry.at(),
                                lines(entry, programme, in),
                                more(entry, in)))
                .filter(told -> !told.lines().isEmpty() || told.more() != null)
                .toList();
    }

    private @Nullable String more(Entry entry, InWords in) {
        return entry.more() == null ? null : word("changelog.more", in, entry.more());
    }

    private List<Line> lines(Entry entry, Programme programme, InWords in) {
        return entry.items().stream()
                .filter(item -> TOLD.contains(item.change()))
                .map(item -> line(item, programme, in))
                .toList();
    }

    private Line line(Item item, Programme programme, InWords in) {
        var title = in.text(item.title());
        var own = in.language().tag();
        return new Line(
                title == null ? new Phrase(kind(item.kind(), in), own) : title,
                event(item, programme, in).orElse(null),
                words(item, in),
                in.text(item.reason()));
    }

    private static Optional<Phrase> event(Item item, Programme programme, InWords in) {
        return programme.events().stream()
                .filter(event -> event.id().equals(item.eventId()))
                .findFirst()
                .map(event -> in.text(event.title()));
    }

    private String words(Item item, InWords in) {
        var before = item.before();
        var after = item.after();
        return switch (item.change()) {
            case "moved" ->
                    word("changelog.moved", in, where(before, after, in), where(after, before, in));
            case "added" -> word("changelog.added", in, where(after, null, in));
            case "reinstated" -> word("changelog.reinstated", in, where(after, null, in));
            case "cancelled" -> word("changelog.cancelled", in, where(before, null, in));
            default -> word("changelog.removed", in, where(before, null, in));
        };
    }

    /// @param other a place is told where it is another there
    private String where(@Nullable Where where, @Nullable Where other, InWords in) {
        if (where == null) {
            return word("session.to-be-announced", in);
        }
        var date = where.date();
        var starts = where.starts();
        var place = where.place();
        var isOther = other == null || !Objects.equals(place, other.place());
        return Stream.of(
                        date == null ? word("session.to-be-announced", in) : in.date(date),
                        date == null || starts == null ? null : InWords.range(starts, where.ends()),
                        other == null || where.timeZone().equals(other.timeZone())
                                ? null
                                : in.zone(where.timeZone()),
                        !isOther ? null : place == null ? noPlace(other, in) : place)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private @Nullable String noPlace(@Nullable Where other, InWords in) {
        return other == null ? null : word("move.no-place", in);
    }

    private String kind(String kind, InWords in) {
        return Objects.requireNonNullElse(
                messages.getMessage("kind." + kind, null, null, in.language().locale()), kind);
    }

    private String word(String key, InWords in, Object... arguments) {
        return messages.getMessage(key, arguments, in.language().locale());
    }
}

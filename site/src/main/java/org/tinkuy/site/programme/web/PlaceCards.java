package org.tinkuy.site.programme.web;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.markdown.Description;
import org.tinkuy.site.calendar.SchemaOrgEvents;
import org.tinkuy.site.page.Card;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Speaker;
import org.tinkuy.site.programme.Summary;

/// What is told of a place where its link is shared, and to search engines: each of its sessions
/// with a time as an `Event` of schema.org.
@Component
class PlaceCards {

    /// Letters; where links are shared less is shown, in lists of what was found about so much.
    private static final int LONGEST_DESCRIPTION = 200;

    private final SchemaOrgEvents events;
    private final MessageSource messages;

    PlaceCards(SchemaOrgEvents events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    Card of(Place place, InWords in) {
        var programme = text(place.programme().title(), in);
        var event = place.event();
        return new Card(
                event == null ? programme : text(event.title(), in),
                description(place, programme, in),
                events.of(place.sessions(), in));
    }

    /// What is told of a speaker's page.
    Card of(Programme programme, Speaker speaker, InWords in) {
        return new Card(
                speaker.name(),
                Stream.of(
                                plain(programme, speaker.role(), in),
                                plain(programme, speaker.institution(), in),
                                text(programme.title(), in))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                events.of(programme, speaker, in));
    }

    private static @Nullable String plain(Programme programme, @Nullable String text, InWords in) {
        return text == null ? null : in.plain(programme, text).text();
    }

    private String description(Place place, String programme, InWords in) {
        var event = place.event();
        var written =
                in.text(event == null ? place.programme().description() : event.description());
        return written == null
                ? whenAndWhere(place, programme, in)
                : shortened(Description.text(written.text()));
    }

    /// Whole words of its beginning, in one line.
    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_DESCRIPTION) {
            return line;
        }
        var space = line.lastIndexOf(' ', LONGEST_DESCRIPTION);
        return line.substring(0, space < 0 ? LONGEST_DESCRIPTION : space) + "…";
    }

    private String whenAndWhere(Place place, String programme, InWords in) {
        var motto = in.text(place.programme().motto());
        var dates = place.summary().dates();
        return Stream.of(
                        place.event() != null ? programme : motto == null ? null : motto.text(),
                        dates == null ? null : in.dates(dates.starts(), dates.ends()),
                        mode(place.summary(), in),
                        place.programme().place())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String mode(Summary summary, InWords in) {
        return summary.mode() == null
                ? null
                : messages.getMessage("mode." + summary.mode(), null, null, in.language().locale());
    }

    private static String text(Map<String, String> title, InWords in) {
        return Objects.requireNonNull(in.text(title)).text();
    }
}

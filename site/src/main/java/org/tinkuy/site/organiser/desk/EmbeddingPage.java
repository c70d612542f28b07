package org.tinkuy.site.organiser.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.HtmlUtils;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Embedding;
import org.tinkuy.site.visitor.Phrase;
import org.tinkuy.site.visitor.Visitor;

/// What organisers copy into pages of their own.
@Controller
class EmbeddingPage {

    /// A timetable, or the form of a programme or an event.
    ///
    /// @param words the key of what it is
    /// @param of the event; `null`: the programme
    /// @param script a tag that adapts its height
    /// @param frame one without a script of ours
    public record Piece(
            String id,
            String words,
            @Nullable Phrase of,
            String script,
            String frame,
            String address) {}

    private final URI publicUrl;

    EmbeddingPage(SiteProperties properties) {
        this.publicUrl = properties.publicUrl();
    }

    @GetMapping(Desk.PATH + "/{programme}/embedding")
    Rendering show(@PathVariable String programme, Visitor visitor, Schedule schedule) {
        var id = Desk.programme(programme, visitor);
        var in = InWords.of(visitor);
        return Desk.page("organiser-desk-embedding", visitor)
                .modelAttribute("desk", Desk.path(id))
                .modelAttribute("origin", publicUrl.resolve("/").toString().replaceFirst("/$", ""))
                .modelAttribute(
                        "pieces",
                        schedule.programme(id)
                                .map(published -> pieces(published, schedule, in))
                                .orElse(List.of()))
                .build();
    }

    /// Only what has sessions to show.
    private List<Piece> pieces(Programme programme, Schedule schedule, InWords in) {
        var pieces = new ArrayList<Piece>();
        if (!schedule.locatedIn(programme).isEmpty()) {
            pieces.add(piece("timetable", null, programme, "/timetables/" + programme.slug(), in));
        }
        if (!schedule.locatedIn(programme, null).isEmpty()) {
            pieces.add(piece("form", null, programme, LocatedSession.path(programme), in));
        }
        for (var event : programme.events()) {
            if (!schedule.locatedIn(programme, event).isEmpty()) {
                pieces.add(
                        piece("form", event, programme, LocatedSession.path(programme, event), in));
            }
        }
        return List.copyOf(pieces);
    }

    private Piece piece(
            String show, @Nullable Event event, Programme programme, String path, InWords in) {
        var address = publicUrl.resolve(Embedding.PATH + path).toString();
        var title = in.text(event == null ? programme.title() : event.title());
        var called = title == null ? "" : HtmlUtils.htmlEscape(title.text(), "UTF-8");
        return new Piece(
                event == null ? show : show + "-" + event.slug(),
                "embedding." + show,
                event == null ? null : title,
                "<script src=\""
                        + publicUrl.resolve(Embedding.SCRIPT)
                        + "\" data-programme=\""
                        + programme.slug()
                        + (event == null ? "" : "\" data-event=\"" + event.slug())
                        + "\" data-show=\""
                        + show
                        + "\" data-title=\""
                        + called
                        + "\" async></script>",
                "<iframe src=\""
                        + address
                        + "?language="
                        + in.language().tag()
                        + "\" title=\""
                        + called
                        + "\" width=\"100%\" height=\"700\" loading=\"lazy\"></iframe>",
                address);
    }
}

package org.tinkuy.site.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Programme.Event;

/// What pages offer to those who keep a calendar.
@Component
public class CalendarOffers {

    private final FeedEntries entries;
    private final URI publicUrl;

    CalendarOffers(FeedEntries entries, SiteProperties properties) {
        this.entries = entries;
        this.publicUrl = properties.publicUrl();
    }

    /// @param event `null`: the whole programme
    public Subscription feed(Programme programme, @Nullable Event event, Language language) {
        var path =
                event == null
                        ? LocatedSession.path(programme)
                        : LocatedSession.path(programme, event);
        return Subscription.to(
                publicUrl.resolve(path + "/calendar.ics?language=" + language.tag()),
                entries.title(event == null ? programme.title() : event.title(), language));
    }

    /// @param secret opens one person's feed, which is in the language of their mails
    public Subscription own(String secret) {
        return Subscription.to(publicUrl.resolve("/calendar/" + secret + ".ics"), "Tinkuy");
    }

    /// Empty where there is nothing to put into a calendar any more, or not yet.
    public Optional<WebCalendars> session(LocatedSession at, Language language, Instant now) {
        return at.session().isCancelled() || at.session().isOver(now)
                ? Optional.empty()
                : entries.of(at, Status.CONFIRMED, null, language).map(WebCalendars::of);
    }
}

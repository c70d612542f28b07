package org.tinkuy.site.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.calendar.CalendarEntry;
import org.tinkuy.calendar.CalendarEntry.Status;
import org.tinkuy.calendar.CalendarText;
import org.tinkuy.languages.Language;
import org.tinkuy.site.calendar.PersonalCalendars.Opened;
import org.tinkuy.site.calendar.PersonalCalendars.Opening;
import org.tinkuy.site.page.FeedAnswer;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A calendar program asks every hour whether a feed is still the same; then the answer is empty.
@Controller
class CalendarFeeds {

    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedEntries entries;
    private final PersonalCalendars calendars;

    CalendarFeeds(FeedEntries entries, PersonalCalendars calendars) {
        this.entries = entries;
        this.calendars = calendars;
    }

    @GetMapping("/programmes/{slug}/calendar.ics")
    @ResponseBody
    ResponseEntity<byte[]> programme(
            @PathVariable String slug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        return feed(
                entries.title(programme.title(), visitor.language()),
                entries.of(schedule.locatedIn(programme), visitor.language()),
                visitor.language(),
                exchange);
    }

    @GetMapping("/programmes/{slug}/{event}/calendar.ics")
    @ResponseBody
    ResponseEntity<byte[]> event(
            @PathVariable String slug,
            @PathVariable("event") String eventSlug,
            Visitor visitor,
            Schedule schedule,
            ServerWebExchange exchange) {
        var programme = schedule.programme(slug).orElseThrow(NoSuchPage::new);
        var event = programme.event(eventSlug).orElseThrow(NoSuchPage::new);
        return feed(
                entries.title(event.title(), visitor.language()),
                entries.of(schedule.locatedIn(programme, event), visitor.language()),
                visitor.language(),
                exchange);
    }

    /// In the language that the person reads mails in. An address that opens nothing, or nothing
    /// any more, is answered as one that never was.
    @GetMapping("/calendar/{secret}.ics")
    @ResponseBody
    Mono<ResponseEntity<byte[]>> own(
            @PathVariable String secret, Schedule schedule, ServerWebExchange exchange) {
        return calendars
                .open(new Opening(secret))
                .onErrorMap(
                        failure ->
                                failure instanceof ServiceProblem problem
                                        && problem.status() == 404,
                        _ -> new NoSuchPage())
                .map(opened -> feed(opened, schedule, exchange));
    }

    private ResponseEntity<byte[]> feed(
            Opened opened, Schedule schedule, ServerWebExchange exchange) {
        var language = Language.of(opened.language()).orElse(Language.DEFAULT);
        return feed(
                entries.ownTitle(language), own(opened, schedule, language), language, exchange);
    }

    private List<CalendarEntry> own(Opened opened, Schedule schedule, Language language) {
        return opened.registrations().stream()
                .flatMap(registration -> entry(registration, schedule, language).stream())
                .sorted(Comparator.comparing(CalendarEntry::session))
                .toList();
    }

    private Optional<CalendarEntry> entry(
            PersonalCalendars.Item registration, Schedule schedule, Language language) {
        return status(registration.status())
                .flatMap(status ->
                        schedule.located(registration.sessionId())
                                .flatMap(at ->
                                        entries.of(at, status, registration.since(), language)));
    }

    /// What is cancelled, or waits for a code, is in no calendar.
    private static Optional<Status> status(String registration) {
        return switch (registration) {
            case "confirmed" -> Optional.of(Status.CONFIRMED);
            case "waitlisted" -> Optional.of(Status.TENTATIVE);
            default -> Optional.empty();
        };
    }

    private static ResponseEntity<byte[]> feed(
            String name,
            List<CalendarEntry> sessions,
            Language language,
            ServerWebExchange exchange) {
        var text = CalendarText.feed(name, ASK_AGAIN, sessions);
        return FeedAnswer.of(text.getBytes(StandardCharsets.UTF_8), CALENDAR, language, exchange);
    }
}

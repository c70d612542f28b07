package org.tinkuy.session.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.WrittenTimes;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.ChangeDraft;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Events;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.CopyParts;
import reactor.core.publisher.Mono;

/// Begins drafts that say what others say, on other days. What is cancelled is not copied. The days
/// of a programme and of an event move by whole weeks, so that weekdays stay.
@Component
public class CopyDrafts {

    private final Programmes programmes;
    private final Events events;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final CopyParts copyParts;
    private final ChangeDraft changeDraft;
    private final TransactionalOperator transaction;

    CopyDrafts(
            Programmes programmes,
            Events events,
            Sessions sessions,
            PublishedSessions publishedSessions,
            CopyParts copyParts,
            ChangeDraft changeDraft,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.events = events;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.copyParts = copyParts;
        this.changeDraft = changeDraft;
        this.transaction = transaction;
    }

    /// Fails with [UnknownProgramme], with [InvalidInput] where a day of the copy would lie in a
    /// year that drafts cannot have and, where the copy was begun before, with [DraftChanged].
    ///
    /// @param id of the copy
    /// @param from it begins on this day, or on the first after it that is the same day of the week
    ///   as the one on which the source begins
    public Mono<Void> programme(ProgrammeId source, ProgrammeId id, LocalDate from) {
        return programmes
                .find(source)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .zipWith(taking(source))
                .flatMap(both -> {
                    var programme = both.getT1();
                    var weeks =
                            weeks(
                                    Stream.concat(programme.days(), days(both.getT2())).toList(),
                                    programme.events(),
                                    from);
                    return copyParts
                            .of(programme, id, weeks)
                            .flatMap(copied -> sessions.add(copies(both.getT2(), copied, weeks)));
                })
                .as(transaction::transactional);
    }

    private static List<Session> copies(
            List<Session> sessions, CopyParts.Copied copied, int weeks) {
        return sessions.stream()
                .map(session ->
                        copy(
                                session.plan().with(session.people().called(copied.speakers())),
                                copied.events().get(session.eventId()),
                                copied.programme(),
                                weeks))
                .toList();
    }

    private static Session copy(
            SessionPlan plan, @Nullable EventId event, Programme programme, int weeks) {
        return Session.planned(SessionId.next(), plan.shiftedBy(weeks).of(event), programme);
    }

    /// Within its programme. Fails likewise and with [UnknownDraft], [TooManyParts] and
    /// [TooManySessions].
    ///
    /// @param id of the copy
    /// @param from as of a programme
    public Mono<Void> event(ProgrammeId programme, EventId source, EventId id, LocalDate from) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .zipWith(taking(programme))
                .flatMap(both -> {
                    var event = both.getT1().event(source).orElseThrow(UnknownDraft::new);
                    var its =
                            both.getT2().stream()
                                    .filter(session -> source.equals(session.eventId()))
                                    .toList();
                    var weeks =
                            weeks(
                                    Stream.concat(days(event), days(its)).toList(),
                                    List.of(event),
                                    from);
                    return withRoom(both.getT1(), its.size())
                            .then(begun(programme, event, id, weeks))
                            .flatMap(copied -> {
                                var now = both.getT1().with(copied);
                                return sessions.add(
                                        its.stream()
                                                .map(session ->
                                                        copy(session.plan(), id, now, weeks))
                                                .toList());
                            });
                })
                .as(transaction::transactional);
    }

    private Mono<Event> begun(ProgrammeId programme, Event source, EventId id, int weeks) {
        return changeDraft.put(
                events,
                programme,
                id,
                Event.NOT_BEGUN,
                others ->
                        source.copied(
                                id,
                                ChangeDraft.slug(
                                        null, source.title(), "event", others, Event::slug),
                                weeks),
                event -> event);
    }

    /// On that very day. Fails with [UnknownSession], [TooManySessions] and, where the copy was
    /// begun before, [DraftChanged].
    ///
    /// @param id of the copy
    public Mono<Void> session(SessionId source, SessionId id, LocalDate date) {
        return sessions.find(source)
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .flatMap(session ->
                        programmes
                                .lock(session.programmeId())
                                .flatMap(programme ->
                                        withRoom(programme, 1)
                                                .then(
                                                        added(
                                                                session.plan().on(date),
                                                                id,
                                                                programme))))
                .as(transaction::transactional);
    }

    private Mono<Void> added(SessionPlan plan, SessionId id, Programme programme) {
        return publishedSessions
                .wasPublished(id)
                .filter(was -> !was)
                .flatMap(_ -> sessions.addNew(Session.planned(id, plan, programme)))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(DraftChanged::new))
                .then();
    }

    private Mono<Void> withRoom(Programme programme, int more) {
        return sessions.count(programme.id())
                .flatMap(count ->
                        count + more <= Bounds.MOST_SESSIONS
                                ? Mono.empty()
                                : Mono.error(new TooManySessions(programme.slug())));
    }

    private Mono<List<Session>> taking(ProgrammeId programme) {
        return sessions.ofProgramme(programme)
                .filter(session -> session.cancellation() == null)
                .collectList();
    }

    private static Stream<LocalDate> days(Event event) {
        return Stream.of(event.starts(), event.ends()).filter(Objects::nonNull);
    }

    private static Stream<LocalDate> days(List<Session> sessions) {
        return sessions.stream().map(session -> session.times().date()).filter(Objects::nonNull);
    }

    private static int weeks(List<LocalDate> days, List<Event> events, LocalDate from) {
        var weeks = weeks(days.stream(), from);
        var announced = events.stream().map(Event::announced).filter(Objects::nonNull);
        if (!Stream.concat(days.stream(), announced)
                .map(day -> day.plusWeeks(weeks))
                .allMatch(WrittenTimes::isPossible)) {
            throw InvalidInput.of(
                    "from",
                    "out-of-range",
                    "Each day of the copy lies in a year that a draft may have.");
        }
        return weeks;
    }

    /// By how many the first of these days lies on or after that one; none where there is none.
    static int weeks(Stream<LocalDate> days, LocalDate from) {
        return days.min(Comparator.naturalOrder())
                .map(first ->
                        Math.toIntExact(
                                Math.ceilDiv(
                                        ChronoUnit.DAYS.between(first, from),
                                        (long) DayOfWeek.values().length)))
                .orElse(0);
    }
}

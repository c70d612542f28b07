package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.TextByLanguage;

/// What has, or will get, a start and an end: as an organiser drafted it, or as it was published. A
/// draft is published when somebody says so; a move, a limit and a cancellation of what is
/// published are in the moment in which they are made, and change the draft alike.
///
/// @param cancellation `null`: it takes place
/// @param version counts the changes of the draft or, of what is published, the published states;
///   then it is the sequence of `session-published`
public record Session(
        SessionId id,
        ProgrammeId programmeId,
        SessionPlan plan,
        @Nullable Cancellation cancellation,
        long version)
        implements Draft {

    /// When and where a session is to take place instead.
    ///
    /// @param timeZone `null`: as it was
    /// @param place `null`: its programme's
    public record Move(SessionTimes times, @Nullable ZoneId timeZone, @Nullable String place) {}

    /// What a session becomes.
    ///
    /// @param reasons for the rules that are broken so
    public record Allowed(Session session, Map<SchedulingRule, Exemption> reasons) {}

    /// @throws SchedulingRefused if a rule forbids it, or the organiser has to be asked
    public static Allowed schedule(
            SessionId id,
            SessionPlan plan,
            Programme programme,
            Others others,
            Insistence insistence,
            Instant now) {
        var session = planned(id, plan, programme);
        return new Allowed(
                session, session.objectionsToNew(others, programme, now).refuseUnless(insistence));
    }

    /// Under no rule yet.
    ///
    /// @throws SchedulingRefused.UnknownEvent if it belongs to an event that there is not
    public static Session planned(SessionId id, SessionPlan plan, Programme programme) {
        requireEvent(plan.eventId(), programme);
        return new Session(id, programme.id(), plan, null, FIRST_VERSION);
    }

    /// @return the reasons for the rules that are broken
    /// @throws SchedulingRefused if a rule forbids it, or the organiser has to be asked
    public Map<SchedulingRule, Exemption> requireRoomAmong(
            Others others, Programme programme, Insistence insistence, Instant now) {
        return objectionsToNew(others, programme, now).refuseUnless(insistence);
    }

    /// What speaks against its being there.
    Objections objectionsToNew(Others others, Programme programme, Instant now) {
        return new Objections()
                .rulesOf(programme, this, others)
                .doubtsAbout(times(), timeZoneIn(programme), now);
    }

    /// What speaks against its becoming what it was not. Nothing is asked about what stays as it
    /// was. Where it takes another time zone from its programme or event, it moves with that.
    ///
    /// @param before the programme in which it is what it is
    /// @param programme in which it becomes the other
    Objections objectionsTo(
            Session after, Programme before, Programme programme, Others others, Instant now) {
        var objections = new Objections();
        if (after.cancellation != null) {
            return objections;
        }
        if (cancellation != null) {
            return after.objectionsToNew(others, programme, now);
        }
        var zone = after.timeZoneIn(programme);
        var moves = !after.times().equals(times()) || !zone.equals(timeZoneIn(before));
        if (moves || after.kind() != kind()) {
            objections.rulesOf(programme, after, others);
        } else if (!after.people().equals(people()) || !isWhere(before, after, programme)) {
            objections.whereSpeakersAre(after, others);
        }
        if (moves) {
            objections.doubtsAbout(
                    after.times(), zone, beginsAsDid(before, after, programme) ? Instant.MIN : now);
        }
        return objections;
    }

    /// @throws SchedulingRefused if a rule forbids it, or the organiser has to be asked
    Allowed movedTo(
            Move move, Programme programme, Others others, Insistence insistence, Instant now) {
        if (cancellation != null) {
            throw new SchedulingRefused.Cancelled();
        }
        var moved = at(move);
        return new Allowed(
                moved,
                objectionsTo(moved, programme, programme, others, now).refuseUnless(insistence));
    }

    /// Under no rule: of a draft, that what is published moves there too.
    Session at(Move move) {
        var zone = move.timeZone() == null ? ownTimeZone() : move.timeZone();
        return next(plan.at(move.times(), zone, move.place()), cancellation);
    }

    private boolean isWhere(Programme before, Session after, Programme programme) {
        return Objects.equals(placeIn(before), after.placeIn(programme));
    }

    private boolean beginsAsDid(Programme before, Session after, Programme programme) {
        return Objects.equals(
                times().startsAt(timeZoneIn(before)),
                after.times().startsAt(after.timeZoneIn(programme)));
    }

    boolean isAt(Move move) {
        return times().equals(move.times())
                && (move.timeZone() == null || move.timeZone().equals(ownTimeZone()))
                && Objects.equals(move.place(), place());
    }

    /// The first cancellation counts.
    public Session cancelled(@Nullable TextByLanguage reason, Instant now) {
        return cancellation != null
                ? this
                // what is published is what is stored
                : next(plan, new Cancellation(now.truncatedTo(ChronoUnit.MILLIS), reason));
    }

    /// Of a draft: it takes place after all, once that is published.
    Session reinstated() {
        return next(plan, null);
    }

    /// Of a draft: it does not take place, as everybody was told, nor at another time.
    ///
    /// @param published cancelled
    Session cancelledAs(Session published) {
        return next(published.allowedOf(plan), published.cancellation);
    }

    private static void requireEvent(@Nullable EventId eventId, Programme programme) {
        if (!isWithin(eventId, programme)) {
            throw new SchedulingRefused.UnknownEvent();
        }
    }

    private static boolean isWithin(@Nullable EventId eventId, Programme programme) {
        return eventId == null || programme.event(eventId).isPresent();
    }

    /// Whether the programme has its event.
    boolean isWithin(Programme programme) {
        return isWithin(eventId(), programme);
    }

    public ZoneId timeZoneIn(Programme programme) {
        var own = ownTimeZone();
        return own == null ? programme.zoneOf(eventId()) : own;
    }

    @Nullable String placeIn(Programme programme) {
        return place() == null ? programme.setting().place() : place();
    }

    public boolean liesAhead(Programme programme, Instant now) {
        var start = times().startsAt(timeZoneIn(programme));
        return cancellation == null && start != null && start.isAfter(now);
    }

    /// Who already has a seat keeps it: registration-service decides what a smaller number means.
    public Session limitedTo(@Nullable Capacity capacity) {
        return next(plan.limitedTo(capacity), cancellation);
    }

    private Session next(SessionPlan plan, @Nullable Cancellation cancellation) {
        return new Session(id, programmeId, plan, cancellation, version + 1);
    }

    /// Everything anew, under no rule.
    ///
    /// @throws SchedulingRefused.UnknownEvent if it belongs to an event that there is not
    Session stating(SessionPlan plan, Programme programme) {
        requireEvent(plan.eventId(), programme);
        return next(plan, cancellation);
    }

    /// What may still be said of it: what is cancelled does not move any more.
    SessionPlan allowedOf(SessionPlan plan) {
        return cancellation == null
                ? plan
                : plan.of(eventId()).at(times(), ownTimeZone(), place()).limitedTo(capacity());
    }

    /// The same, as what everybody is told after that version.
    Session following(long version) {
        return new Session(id, programmeId, plan, cancellation, version + 1);
    }

    /// The same, published again because of what it takes from its programme.
    Session again() {
        return next(plan, cancellation);
    }

    public WithdrawnSession withdraw() {
        return new WithdrawnSession(id, programmeId, version + 1);
    }

    public @Nullable EventId eventId() {
        return plan.eventId();
    }

    public SessionKind kind() {
        return plan.kind();
    }

    public @Nullable TextByLanguage title() {
        return plan.title();
    }

    public @Nullable String note() {
        return plan.note();
    }

    public @Nullable TextByLanguage description() {
        return plan.description();
    }

    public SessionTimes times() {
        return plan.times();
    }

    public @Nullable ZoneId ownTimeZone() {
        return plan.ownTimeZone();
    }

    public @Nullable String place() {
        return plan.place();
    }

    public @Nullable Capacity capacity() {
        return plan.capacity();
    }

    public People people() {
        return plan.people();
    }
}

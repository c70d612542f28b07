package org.tinkuy.session.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinkuy.session.programme.Programme;

/// Everything that speaks against a session taking place where and when it is planned: all of it is
/// found before anything is refused, so that an organiser hears of it once.
final class Objections {

    /// Whoever ends so long after the start, on the next day, has perhaps confused the two times,
    /// or morning and evening. A night of music is shorter.
    static final Duration DOUBTFUL_NIGHT = Duration.ofHours(12);

    private final List<Objection> found = new ArrayList<>();

    Objections rulesOf(Programme programme, Session session, Others others) {
        if (session.kind() == SessionKind.PLENARY) {
            rulesOfPlenaries(programme, session, others);
        }
        return whereSpeakersAre(session, others);
    }

    Objections whereSpeakersAre(Session session, Others others) {
        if (!session.people().equals(People.NOBODY)) {
            others.speakers().of(session).ifPresent(found::add);
        }
        return this;
    }

    private void rulesOfPlenaries(Programme programme, Session session, Others others) {
        var window = programme.policies().plenary();
        if (window != null && !window.admits(session.times().starts(), session.times().ends())) {
            found.add(new Objection.OutsideWindow(window));
        }
        var overlapping = others.plenaries().of(session);
        if (!overlapping.isEmpty()) {
            found.add(new Objection.Overlapping(overlapping));
        }
    }

    Objections doubtsAbout(SessionTimes times, ZoneId zone, Instant now) {
        if (times.isBegunOrOver(zone, now)) {
            found.add(
                    new Objection.InDoubt(
                            Doubt.PAST, "date", "The session would have begun already."));
        }
        var lasts = times.lastsIntoNextDay();
        if (lasts != null && lasts.compareTo(DOUBTFUL_NIGHT) >= 0) {
            found.add(
                    new Objection.InDoubt(
                            Doubt.NEXT_DAY,
                            "ends",
                            "From %s to %s it would last %s, until the next day."
                                    .formatted(
                                            times.starts(),
                                            times.ends(),
                                            Objection.inHours(lasts))));
        }
        found.addAll(ClockChanges.against("starts", times.localStart(), zone));
        found.addAll(ClockChanges.against("ends", times.localEnd(), zone));
        return this;
    }

    List<Objection> all() {
        return List.copyOf(found);
    }

    /// @throws SchedulingRefused.Objected if the organiser has not said enough
    /// @return the reasons for the rules that are broken
    Map<SchedulingRule, Exemption> refuseUnless(Insistence insistence) {
        var judged = judge(insistence);
        if (!judged.left().isEmpty()) {
            throw new SchedulingRefused.Objected(judged.left());
        }
        return judged.reasons();
    }

    /// @param reasons for the rules that are broken
    /// @param left what the organiser has not said enough about
    record Judged(Map<SchedulingRule, Exemption> reasons, List<Objection> left) {}

    Judged judge(Insistence insistence) {
        var broken =
                found.stream()
                        .filter(Objection.BrokenRule.class::isInstance)
                        .map(objection -> ((Objection.BrokenRule) objection).rule())
                        .toList();
        var reasons = insistence.against(broken);
        var left =
                found.stream()
                        .filter(objection ->
                                switch (objection) {
                                    case Objection.Impossible _ -> true;
                                    case Objection.BrokenRule rule ->
                                            !reasons.containsKey(rule.rule());
                                    case Objection.InDoubt doubt ->
                                            !insistence.meant().contains(doubt.doubt());
                                })
                        .toList();
        return new Judged(reasons, left);
    }
}

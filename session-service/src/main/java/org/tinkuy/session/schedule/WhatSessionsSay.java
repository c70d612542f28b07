package org.tinkuy.session.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.publication.Days;
import org.tinkuy.session.publication.Happening;

/// What sessions say of their programme, those that are published and those that are about to be.
public final class WhatSessionsSay {

    private record Dated(@Nullable EventId event, LocalDate date) {}

    private WhatSessionsSay() {}

    /// What is cancelled says nothing.
    static Happening of(List<Session> sessions) {
        var takingPlace =
                sessions.stream().filter(session -> session.cancellation() == null).toList();
        return happening(
                takingPlace.stream().flatMap(session -> dated(session.eventId(), session.times())),
                takingPlace.stream().anyMatch(session -> session.place() != null));
    }

    public static Happening ofPlans(List<SessionPlan> plans) {
        return happening(
                plans.stream().flatMap(plan -> dated(plan.eventId(), plan.times())),
                plans.stream().anyMatch(plan -> plan.place() != null));
    }

    private static Stream<Dated> dated(@Nullable EventId event, SessionTimes times) {
        var date = times.date();
        return date == null ? Stream.empty() : Stream.of(new Dated(event, date));
    }

    private static Happening happening(Stream<Dated> sessions, boolean somewhere) {
        var all = sessions.toList();
        Map<EventId, List<LocalDate>> byEvent = new TreeMap<>(Comparator.comparing(EventId::value));
        for (var one : all) {
            if (one.event() != null) {
                byEvent.computeIfAbsent(one.event(), _ -> new ArrayList<>()).add(one.date());
            }
        }
        return new Happening(
                Days.of(all.stream().map(Dated::date)).orElse(null),
                byEvent.entrySet().stream().map(its -> of(its.getKey(), its.getValue())).toList(),
                somewhere,
                List.of());
    }

    private static Happening.EventDays of(EventId event, List<LocalDate> dates) {
        return new Happening.EventDays(event, Days.of(dates.stream()).orElseThrow(), List.of());
    }
}

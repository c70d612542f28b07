package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.reminder.Audience.starting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;

/// Organisers, people, clocks and crashes as chance will have it, against a model that knows no
/// rows, pages or copies: whom should this moment tell what?
@RunningService
class ReminderModelIT {

    private static final int SEEDS = 24;
    private static final int STEPS = 120;
    private static final Instant BEGIN = Instant.parse("2031-03-01T15:00:00Z");
    private static final SessionTimes SOME_DAY = new SessionTimes(null, null, null, Audience.LIMA);

    @Autowired Audience audience;

    @BeforeEach
    void gather() {
        audience.gather();
    }

    @AfterEach
    void disperse() {
        audience.disperse();
    }

    static IntStream seeds() {
        return IntStream.range(1, SEEDS + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsEachPersonWhatIsDueOnce(int seed) {
        new History(seed).unfold();
    }

    private enum Standing {
        NONE,
        SEAT,
        WAITING
    }

    /// A person and a session, as the model sees them.
    private static final class Place {
        Standing standing = Standing.NONE;
        Instant seatSince = Instant.MAX;
        SessionTimes told = SOME_DAY;
    }

    private static final class ModelSession {
        final SessionId id = new SessionId(UUID.randomUUID());
        final Map<RecipientId, Place> places = new HashMap<>();
        final Set<ReminderKind> planned = new HashSet<>();
        SessionTimes times = SOME_DAY;
        SessionTimes before = SOME_DAY;
        long version;
        boolean takesPlace = true;

        /// A crash may have come before or after people began to be told: then a later change
        /// counts as the first one, or does not.
        @Nullable Instant firstChangeAtTheEarliest;

        @Nullable Instant firstChangeAtTheLatest;
        Instant noticeDueAtTheEarliest = Instant.MAX;
        Instant noticeDueAtTheLatest = Instant.MAX;

        @Nullable Instant start() {
            return startOf(times);
        }
    }

    private static @Nullable Instant startOf(SessionTimes times) {
        return times.start().map(start -> start.toInstant()).orElse(null);
    }

    private record Message(
            DeliveryKind kind, SessionId session, RecipientId to, SessionTimes about) {}

    private final class History {

        private final SplittableRandom random;
        private final List<String> steps = new ArrayList<>();
        private final List<RecipientId> people = new ArrayList<>();
        private final List<ModelSession> sessions = new ArrayList<>();
        private final Set<Message> reminded = new HashSet<>();
        private Instant now = BEGIN;

        History(int seed) {
            this.random = new SplittableRandom(seed);
            steps.add("seed " + seed);
            for (var i = 0; i < 12; i++) {
                people.add(audience.someone());
            }
            for (var i = 0; i < 2; i++) {
                sessions.add(new ModelSession());
                publish(sessions.getLast(), anyTimes(sessions.getLast()));
            }
        }

        void unfold() {
            for (var i = 0; i < STEPS; i++) {
                now = now.plus(anyWhile());
                var session = any(sessions);
                switch (random.nextInt(12)) {
                    case 0, 1 -> publish(session, anyTimes(session));
                    case 2, 3, 4 -> register(session, any(people));
                    case 5 -> giveUp(session, any(people));
                    case 6 -> {
                        if (random.nextInt(6) == 0) {
                            cancel(session);
                        }
                    }
                    case 7 -> runAndCrash();
                    case 8 -> {
                        step("restart");
                        audience.planAgain(now);
                    }
                    default -> run();
                }
            }
        }

        private Duration anyWhile() {
            return switch (random.nextInt(9)) {
                case 0 -> Duration.ofMillis(1);
                case 1, 2 -> Duration.ofSeconds(random.nextInt(1, 90));
                case 3 -> Duration.ofMinutes(random.nextInt(1, 15));
                case 4 -> Duration.ofHours(random.nextInt(1, 14));
                default -> untilSomethingHappens();
            };
        }

        /// Around the moments when something is fanned out, due or too late.
        private Duration untilSomethingHappens() {
            var moments = new ArrayList<Instant>();
            for (var session : sessions) {
                var start = session.start();
                for (var kind : session.planned) {
                    if (start != null && session.takesPlace) {
                        moments.add(start.minus(kind.before()));
                        moments.add(start.minus(kind.uselessBefore()));
                    }
                }
            }
            moments.removeIf(moment -> moment.isBefore(now));
            if (moments.isEmpty()) {
                return Duration.ofMinutes(random.nextInt(15, 120));
            }
            var then = any(moments).plusSeconds(random.nextInt(-130, 40));
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ofSeconds(5);
        }

        private SessionTimes anyTimes(ModelSession session) {
            return switch (random.nextInt(8)) {
                case 0 -> SOME_DAY;
                case 1, 2 -> session.times;
                case 3, 4 -> starting(now.plus(Duration.ofMinutes(random.nextInt(0, 90))));
                case 5 -> session.before;
                default -> starting(now.plus(Duration.ofMinutes(random.nextInt(90, 1800))));
            };
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void step(String what) {
            steps.add(now + " " + what);
        }

        private void publish(ModelSession session, SessionTimes times) {
            if (!session.takesPlace) {
                return;
            }
            step("publish " + session.id + " " + times);
            session.version++;
            audience.publish(session.id, session.version, times, now);
            var start = startOf(times);
            if (session.version == 1 || !times.equals(session.times)) {
                session.planned.clear();
                for (var kind : ReminderKind.values()) {
                    if (start != null && start.minus(kind.before()).isAfter(now)) {
                        session.planned.add(kind);
                    }
                }
            }
            if (session.version > 1 && !times.equals(session.times)) {
                var earliest = Objects.requireNonNullElse(session.firstChangeAtTheEarliest, now);
                var latest = Objects.requireNonNullElse(session.firstChangeAtTheLatest, now);
                session.firstChangeAtTheEarliest = earliest;
                session.firstChangeAtTheLatest = latest;
                session.noticeDueAtTheEarliest = quietSince(earliest);
                session.noticeDueAtTheLatest = quietSince(latest);
            }
            session.before = session.times;
            session.times = times;
        }

        private Instant quietSince(Instant firstChange) {
            var quiet = now.plus(Duration.ofMinutes(1));
            var longest = firstChange.plus(Duration.ofMinutes(5));
            return quiet.isBefore(longest) ? quiet : longest;
        }

        private void cancel(ModelSession session) {
            step("cancel " + session.id);
            session.version++;
            session.takesPlace = false;
            if (random.nextBoolean()) {
                audience.cancel(session.id, session.version, session.times, now);
            } else {
                audience.withdraw(session.id);
            }
        }

        /// The message may have been under way for a while.
        private void register(ModelSession session, RecipientId who) {
            var place = session.places.computeIfAbsent(who, _ -> new Place());
            switch (place.standing) {
                case NONE -> {
                    place.told = session.times;
                    if (random.nextInt(4) == 0) {
                        step("waitlist " + who);
                        place.standing = Standing.WAITING;
                        audience.waitlist(who, session.id, now);
                    } else {
                        place.standing = Standing.SEAT;
                        place.seatSince = now.minusSeconds(random.nextInt(2) * 200L);
                        step("confirm " + who + " since " + place.seatSince);
                        audience.confirm(who, session.id, place.seatSince, now);
                    }
                }
                case WAITING -> {
                    step("promote " + who);
                    place.told = session.times;
                    place.standing = Standing.SEAT;
                    place.seatSince = now;
                    audience.promote(who, session.id, now);
                }
                case SEAT -> {}
            }
        }

        private void giveUp(ModelSession session, RecipientId who) {
            var place = session.places.get(who);
            if (place != null && place.standing != Standing.NONE) {
                step("give up " + who);
                place.standing = Standing.NONE;
                audience.cancel(who, session.id, now);
            }
        }

        private void run() {
            step("run");
            audience.fanOut(now, random.nextInt(1, 5));
            check(audience.mail(now), due(true), due(false));
            for (var session : sessions) {
                if (!session.noticeDueAtTheLatest.isAfter(now)) {
                    session.firstChangeAtTheEarliest = null;
                }
            }
        }

        /// Some pages, one that is lost, and what had been written down goes out.
        private void runAndCrash() {
            step("crash");
            for (var page = random.nextInt(3); page > 0; page--) {
                audience.fanOut.nextPage(now, 2).block();
            }
            audience.killedDuringAPage(now, 2);
            check(audience.mail(now), Set.of(), due(false));
        }

        private void check(List<Audience.Sent> sent, Set<Message> must, Set<Message> may) {
            var said = new ArrayList<Message>();
            for (var mail : sent) {
                var session =
                        sessions.stream()
                                .filter(it -> it.id.equals(mail.session()))
                                .findFirst()
                                .orElseThrow();
                said.add(new Message(mail.kind(), session.id, mail.to(), session.times));
            }
            assertThat(said).as(() -> String.join("\n", steps)).doesNotHaveDuplicates();
            assertThat(may).as(() -> String.join("\n", steps)).containsAll(said);
            assertThat(said).as(() -> String.join("\n", steps)).containsAll(must);
            for (var session : sessions) {
                if (!session.noticeDueAtTheEarliest.isAfter(now)) {
                    session.firstChangeAtTheLatest = null;
                }
            }
            for (var message : said) {
                if (message.kind() == DeliveryKind.SESSION_RESCHEDULED) {
                    place(message).told = message.about();
                } else {
                    reminded.add(message);
                }
            }
        }

        private Place place(Message message) {
            return sessions.stream()
                    .filter(it -> it.id.equals(message.session()))
                    .map(it -> Audience.need(it.places.get(message.to())))
                    .findFirst()
                    .orElseThrow();
        }

        /// @param surely not what may wait some minutes more, because it is spread
        private Set<Message> due(boolean surely) {
            var due = new HashSet<Message>();
            for (var session : sessions) {
                if (session.takesPlace) {
                    session.places.forEach((who, place) -> {
                        remindersDue(session, who, place, surely, due);
                        noticesDue(session, who, place, surely, due);
                    });
                }
            }
            due.removeAll(reminded);
            return due;
        }

        private void remindersDue(
                ModelSession session,
                RecipientId who,
                Place place,
                boolean surely,
                Set<Message> due) {
            var start = session.start();
            if (start == null || place.standing != Standing.SEAT) {
                return;
            }
            for (var kind : session.planned) {
                var at = start.minus(kind.before());
                var latest = surely ? at.plus(kind.spread()) : at;
                if (place.seatSince.isBefore(at)
                        && !latest.isAfter(now)
                        && start.minus(kind.uselessBefore()).isAfter(now)) {
                    due.add(new Message(kind.delivery(), session.id, who, session.times));
                }
            }
        }

        private void noticesDue(
                ModelSession session,
                RecipientId who,
                Place place,
                boolean surely,
                Set<Message> due) {
            var since = surely ? session.noticeDueAtTheLatest : session.noticeDueAtTheEarliest;
            if (place.standing != Standing.NONE
                    && !since.isAfter(now)
                    && !place.told.equals(session.times)
                    && (liesAhead(place.told) || liesAhead(session.times))) {
                due.add(
                        new Message(
                                DeliveryKind.SESSION_RESCHEDULED, session.id, who, session.times));
            }
        }

        private boolean liesAhead(SessionTimes times) {
            var start = startOf(times);
            return start == null || start.isAfter(now);
        }
    }
}

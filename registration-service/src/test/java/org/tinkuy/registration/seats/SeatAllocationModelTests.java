package org.tinkuy.registration.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;

/// Batches of random commands end as if the model had taken them one at a time.
class SeatAllocationModelTests {

    private static final int PEOPLE = 7;
    private static final int SESSIONS = 3;
    private static final int PAGE = 2;
    private static final int HISTORIES = 2_000;
    private static final long SEED = Long.getLong("tinkuy.test.seed", System.nanoTime());

    private enum Kind {
        REGISTER,
        ASK,
        CONFIRM,
        CANCEL,
        TAKE_BACK,
        EXPIRE,
        CAPACITY,
        WITHDRAW,
        TIME
    }

    /// @param endsBatch what follows is decided in another batch
    private record Step(
            Kind kind, int person, List<Integer> sessions, int number, boolean endsBatch) {}

    @Test
    void batchesEndAsIfDecidedOneAtATime() {
        var random = new SplittableRandom(SEED);
        for (var history = 0; history < HISTORIES; history++) {
            var steps = steps(random.split());
            var failure = failure(steps);
            if (failure != null) {
                var smallest = shrink(steps);
                throw new AssertionError(
                        "seed " + SEED + ": " + String.join("\n", lines(smallest)), failure);
            }
        }
    }

    private static List<String> lines(List<Step> steps) {
        return steps.stream().map(Step::toString).toList();
    }

    private static List<Step> steps(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(5, 60)).mapToObj(_ -> step(random)).toList();
    }

    private static Step step(SplittableRandom random) {
        int[] weights = {6, 6, 4, 6, 3, 3, 2, 1, 2};
        var pick = random.nextInt(IntStream.of(weights).sum());
        var kind = 0;
        while (pick >= weights[kind]) {
            pick -= weights[kind++];
        }
        var sessions = new HashSet<Integer>();
        sessions.add(random.nextInt(SESSIONS));
        if (random.nextInt(3) == 0) {
            sessions.add(random.nextInt(SESSIONS));
        }
        return new Step(
                Kind.values()[kind],
                random.nextInt(PEOPLE),
                List.copyOf(sessions),
                random.nextInt(0, 5),
                random.nextInt(5) == 0);
    }

    /// Leaves out ever smaller parts for as long as what is left still fails.
    private static List<Step> shrink(List<Step> failing) {
        var steps = failing;
        for (var size = steps.size() / 2; size > 0; size /= 2) {
            for (var from = 0; from + size <= steps.size(); ) {
                var fewer = new ArrayList<>(steps);
                fewer.subList(from, from + size).clear();
                if (failure(fewer) != null) {
                    steps = fewer;
                } else {
                    from += size;
                }
            }
        }
        return steps;
    }

    private static @Nullable Throwable failure(List<Step> steps) {
        try {
            new Run().run(steps);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static final class Run {

        private final SeatStore store = new SeatStore();
        private final SeatModel model = new SeatModel();
        private final SplittableRandom ids = new SplittableRandom(1);
        private final List<Command> batch = new ArrayList<>();
        private final List<@Nullable String> expected = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-22T15:00:00Z");

        Run() {
            for (var number = 0; number < SESSIONS; number++) {
                store.publish(SessionFixtures.aSession(session(number)).withCapacity(number));
                model.open(number, number);
            }
            IntStream.range(0, PEOPLE).forEach(it -> store.attendees.put(key(it), person(it)));
        }

        void run(List<Step> steps) {
            for (var step : steps) {
                take(step);
                if (step.endsBatch()) {
                    decide();
                }
            }
            decide();
        }

        private void take(Step step) {
            var person = step.person();
            var session = step.sessions().getFirst();
            switch (step.kind()) {
                case REGISTER ->
                        add(
                                register(new Registrant.SignedIn(person(person)), step),
                                model.register(person, step.sessions()));
                case ASK ->
                        add(
                                register(stranger(person), step),
                                model.ask(person, step.sessions(), now));
                case CONFIRM -> {
                    var due =
                            new ConfirmationDue(
                                    new UUID(ids.nextLong(), ids.nextLong()),
                                    person(person),
                                    step.sessions().stream().map(Run::session).toList());
                    add(
                            new Command.Confirm(due, wishes(step), null),
                            model.confirm(person, step.sessions()));
                }
                case CANCEL ->
                        add(
                                new Command.Cancel(
                                        known(person, session),
                                        pool(session),
                                        person(person),
                                        null,
                                        null),
                                model.cancel(person, session));
                case TAKE_BACK -> {
                    model.takeBack(person, step.sessions(), now);
                    var asked =
                            step.sessions().stream().map(Run::session).collect(Collectors.toSet());
                    add(new Command.Withdraw(person(person), asked, null), null);
                }
                case EXPIRE -> {
                    model.expire(person, session, now);
                    add(new Command.ExpireHold(known(person, session), pool(session)), null);
                }
                case CAPACITY -> publish(session, step.number() == 4 ? null : step.number());
                case WITHDRAW -> withdraw(session);
                case TIME -> {
                    decide();
                    now = now.plus(Duration.ofMinutes(step.number() * 3L));
                }
            }
        }

        private RegistrationId anId() {
            return new RegistrationId(new UUID(ids.nextLong(), ids.nextLong()));
        }

        private void add(Command command, @Nullable String outcome) {
            batch.add(command);
            expected.add(outcome);
        }

        private Command register(Registrant registrant, Step step) {
            return new Command.Register(
                    registrant, wishes(step), new IdempotencyKey("k", "h"), Origin.UNKNOWN, null);
        }

        private List<Wish> wishes(Step step) {
            return step.sessions().stream().map(it -> new Wish(anId(), session(it))).toList();
        }

        private void publish(int number, @Nullable Integer capacity) {
            decide();
            store.publish(SessionFixtures.aSession(session(number)).withCapacity(capacity));
            model.open(number, capacity);
            follow(number);
        }

        /// In pages, as a worker does it.
        private void follow(int number) {
            var page = new Command.FollowSession(pool(number), PAGE);
            while (!store.decide(List.of(page), now).registrations().isEmpty()) {
                assertThat(batch).isEmpty();
            }
            decide();
        }

        private void withdraw(int number) {
            decide();
            var capacity = store.pool(pool(number)).capacity();
            store.publish(
                    SessionFixtures.aSession(session(number)).withCapacity(capacity).withdrawn());
            model.withdraw(number);
            follow(number);
        }

        private void decide() {
            var outcomes = store.decide(List.copyOf(batch), now).outcomes();
            for (var index = 0; index < outcomes.size(); index++) {
                if (expected.get(index) != null) {
                    assertThat(told(outcomes.get(index)))
                            .as("outcome of %s", batch.get(index))
                            .isEqualTo(expected.get(index));
                }
            }
            batch.clear();
            expected.clear();
            for (var session = 0; session < SESSIONS; session++) {
                for (var person = 0; person < PEOPLE; person++) {
                    assertThat(stored(person, session))
                            .as("person %s at session %s", person, session)
                            .isEqualTo(model.standing(person, session));
                }
            }
        }

        private String stored(int person, int session) {
            return store.registrations.values().stream()
                    .filter(it -> it.place().attendee().equals(person(person)))
                    .filter(it -> it.place().session().equals(session(session)))
                    .findAny()
                    .map(it -> text(it, it instanceof Waitlisted w ? position(w) : null))
                    .orElse("nobody");
        }

        private int position(Waitlisted waitlisted) {
            return store.queue(waitlisted.place().pool()).indexOf(waitlisted) + 1;
        }

        private static String told(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Rejected _ -> "refused";
                case Outcome.Offered(var offers) ->
                        String.join(",", offers.stream().map(it -> name(it.seat())).toList());
                case Outcome.Admitted(var places) ->
                        String.join(
                                ",",
                                places.stream()
                                        .map(Outcome.Settled::standing)
                                        .map(it -> text(it.registration(), it.position()))
                                        .toList());
                case Outcome.Decided(var standings) ->
                        String.join(
                                ",",
                                standings.stream()
                                        .map(it -> text(it.registration(), it.position()))
                                        .toList());
            };
        }

        private static String text(Registration registration, @Nullable Integer position) {
            return switch (registration) {
                case Confirmed _ -> "confirmed";
                case Waitlisted _ -> "waitlisted " + position;
                case Pending it -> "pending " + name(it.seat()) + " " + it.heldUntil();
                case Lapsed _ -> "lapsed";
                case Cancelled it -> name(it.reason());
            };
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The registration of the pair, saved or asked for in this very batch.
        private RegistrationId known(int person, int session) {
            var place = store.registrations.values().stream().map(Registration::place);
            return place.filter(it -> it.attendee().equals(person(person)))
                    .filter(it -> it.session().equals(session(session)))
                    .map(Registration.Place::id)
                    .findAny()
                    .or(() -> asked(person, session))
                    .orElseGet(() -> anId());
        }

        private Optional<RegistrationId> asked(int person, int session) {
            return batch.stream()
                    .flatMap(command -> wishesOf(person, command))
                    .filter(wish -> !isRefused(wish))
                    .filter(it -> it.session().equals(session(session)))
                    .map(Wish::id)
                    .findFirst();
        }

        private Stream<Wish> wishesOf(int person, Command command) {
            return switch (command) {
                case Command.Register it when isBy(person, it.registrant()) ->
                        it.wishes().stream().anyMatch(this::isRefused)
                                ? Stream.empty()
                                : it.wishes().stream();
                case Command.Confirm it when it.attendee().equals(person(person)) ->
                        it.wishes().stream();
                default -> Stream.empty();
            };
        }

        private boolean isRefused(Wish wish) {
            return store.session(wish.session()).presence() != Presence.PUBLISHED;
        }

        private static boolean isBy(int person, Registrant registrant) {
            return switch (registrant) {
                case Registrant.SignedIn(var attendee) -> attendee.equals(person(person));
                case Registrant.Stranger stranger -> stranger.key().equals(key(person));
            };
        }

        private static Registrant stranger(int person) {
            return new Registrant.Stranger(address(person), "Ana", "es", null);
        }

        private static EmailAddress address(int person) {
            return new EmailAddress("person" + person + "@example.org");
        }

        private static PersonKey key(int person) {
            return PersonKey.of(address(person), "Ana");
        }

        private static AttendeeId person(int person) {
            return new AttendeeId(new UUID(1, person));
        }

        private static PoolId pool(int session) {
            return PoolId.firstOf(session(session));
        }

        private static SessionId session(int session) {
            return new SessionId(new UUID(2, session));
        }
    }
}

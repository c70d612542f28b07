package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tinkuy.registration.registration.Office.aStranger;
import static org.tinkuy.registration.registration.Office.anAttendee;
import static org.tinkuy.registration.registration.Office.answer;
import static org.tinkuy.registration.registration.Office.result;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.IdempotencyKey;
import org.tinkuy.registration.seats.Origin;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.registration.seats.Rejection;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RunningService
class GroupCommitIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired BeanFactory beans;
    private Office office;

    @BeforeEach
    void open() {
        office = new Office(beans);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void gives100SeatsTo128WhoAskAtOnce() {
        var session = office.aSession(100);

        var lines =
                result(
                        Flux.range(0, 128)
                                .flatMap(_ -> submit(office.groupCommit, session), 128)
                                .collectList());

        assertThat(lines).filteredOn(line -> line.status().equals("confirmed")).hasSize(100);
        assertThat(lines.stream().map(RegistrationAnswer.Line::position).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
        assertThat(office.statuses(session))
                .isEqualTo(Map.of("confirmed", 100L, "waitlisted", 28L));
        assertThat(office.messages(session)).hasSize(128);
    }

    @Test
    void twoInstancesShareTheSeats() {
        var session = office.aSession(100);
        var other = office.aSession(50);
        var second = office.anotherInstance(7, 2, 1_000);
        try {
            var lines =
                    result(
                            Flux.range(0, 400)
                                    .flatMap(
                                            number -> {
                                                var desk =
                                                        number % 2 == 0
                                                                ? office.groupCommit
                                                                : second;
                                                return number % 3 == 0
                                                        ? submit(desk, other, session)
                                                        : submit(desk, session, other);
                                            },
                                            128)
                                    .collectList());

            assertThat(lines).hasSize(400);
            assertThat(office.statuses(session))
                    .isEqualTo(Map.of("confirmed", 100L, "waitlisted", 300L));
            assertThat(office.statuses(other))
                    .isEqualTo(Map.of("confirmed", 50L, "waitlisted", 350L));
        } finally {
            second.stop();
        }
    }

    @Test
    void everySeatThatIsGivenBackIsGivenOnAlsoWithTwoInstances() {
        var session = office.aSession(20);
        var people = IntStream.range(0, 60).mapToObj(_ -> anAttendee()).toList();
        var lines = new ArrayList<RegistrationAnswer.Line>();
        people.forEach(person -> lines.add(office.decide(office.register(person, session))));
        var second = office.anotherInstance(5, 2, 1_000);
        try {
            result(
                    Flux.range(0, 40)
                            .flatMap(
                                    number -> {
                                        var cancel =
                                                cancel(lines.get(number), session, people, number);
                                        return (number % 2 == 0 ? office.groupCommit : second)
                                                .submit(cancel);
                                    },
                                    40)
                            .collectList());
        } finally {
            second.stop();
        }

        assertThat(office.statuses(session)).isEqualTo(Map.of("cancelled", 40L, "confirmed", 20L));
        people.subList(40, 60)
                .forEach(person ->
                        assertThat(office.status(session, person)).isEqualTo("confirmed"));
    }

    private static Command cancel(
            RegistrationAnswer.Line line, SessionId session, List<AttendeeId> people, int number) {
        var id = new RegistrationId(requireNonNull(line.id()));
        return new Command.Cancel(id, PoolId.firstOf(session), people.get(number), null, null);
    }

    @Test
    void decidesForClientsThatWentAway() {
        var session = office.aSession(null);

        for (var number = 0; number < 64; number++) {
            office.groupCommit.submit(office.register(anAttendee(), session)).subscribe().dispose();
        }

        await().atMost(PATIENCE)
                .until(() -> office.statuses(session), Map.of("confirmed", 64L)::equals);
    }

    @Test
    void givesTheSameAnswerToARequestThatComesSixteenTimesAtOnce() {
        var session = office.aSession(100);
        var second = office.anotherInstance(100, 2, 1_000);
        var request = office.register(aStranger(People.strangersAddress()), session);
        try {
            var answers =
                    result(
                            Flux.range(0, 16)
                                    .flatMap(
                                            number ->
                                                    (number % 2 == 0 ? office.groupCommit : second)
                                                            .submit(again(request)),
                                            16)
                                    .map(Office::answer)
                                    .collectList());

            assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
            assertThat(office.statuses(session)).isEqualTo(Map.of("pending", 1L));
            assertThat(office.messages(session)).containsExactly("registration-requested");
        } finally {
            second.stop();
        }
    }

    private Command.Register again(Command.Register request) {
        var wishes =
                request.wishes().stream()
                        .map(wish -> new Wish(office.aRegistrationId(), wish.session()))
                        .toList();
        return new Command.Register(
                request.registrant(), wishes, request.key(), Origin.UNKNOWN, null);
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        var session = office.aSession(100);
        var request = office.register(anAttendee(), session);
        var other =
                new Command.Register(
                        request.registrant(),
                        request.wishes(),
                        new IdempotencyKey(request.key().value(), "another hash"),
                        Origin.UNKNOWN,
                        null);

        var replies =
                result(
                        Flux.just(request, other)
                                .flatMapSequential(office.groupCommit::submit)
                                .collectList());

        // Batches may overtake each other: whichever was decided first keeps the key.
        assertThat(replies).hasSize(2).hasAtLeastOneElementOfType(Reply.Registered.class);
        assertThat(replies).contains(new Reply.Rejected(new Rejection.KeyReused()));
    }

    @Test
    void findsTheKeyThatAnotherInstanceStoredMeanwhileForOtherSessions() {
        var request = office.register(anAttendee(), office.aSession(1));
        var reply =
                result(
                        office.database
                                .sql(
                                        """
                                        insert into idempotency_keys
                                        values (:key, 'another hash', '{}', now()) returning key
                                        """)
                                .bind("key", request.key().value())
                                .map(row -> requireNonNull(row.get("key", String.class)))
                                .one()
                                .map(_ -> office.groupCommit.submit(request).toFuture())
                                .delayUntil(_ ->
                                        Mono.fromRunnable(this::untilSomebodyWaits)
                                                .subscribeOn(Schedulers.boundedElastic()))
                                .as(office.transaction::transactional));

        assertThat(result(Mono.fromFuture(reply)))
                .isEqualTo(new Reply.Rejected(new Rejection.KeyReused()));
    }

    private void untilSomebodyWaits() {
        var locks = office.database.sql("select count(*) as n from pg_locks where not granted");
        var waiting = locks.map(row -> requireNonNull(row.get("n", Long.class))).one();
        await().atMost(PATIENCE).until(() -> result(waiting) > 0);
    }

    @Test
    void aRequestThatCannotBeSavedFailsAlone() {
        var session = office.aSession(100);
        var requests = new ArrayList<Command>();
        for (var number = 0; number < 50; number++) {
            var stranger =
                    new Registrant.Stranger(
                            new EmailAddress(People.strangersAddress()),
                            // PostgreSQL stores no NUL.
                            number == 17 ? "A\0na" : "Ana",
                            "es",
                            null);
            requests.add(office.register(stranger, session));
        }
        var meters = new SimpleMeterRegistry();
        var desk = office.anotherInstance(50, 1, 1_000, PATIENCE, meters);
        var replies = new ArrayList<CompletableFuture<Reply>>();
        try {
            // What is asked meanwhile is one batch.
            whileHeld(
                    session, () -> requests.forEach(it -> replies.add(desk.submit(it).toFuture())));
            await().atMost(PATIENCE).until(() -> replies.stream().allMatch(Future::isDone));
        } finally {
            desk.stop();
        }

        assertThat(replies.get(17)).isCompletedExceptionally();
        replies.remove(17);
        assertThat(replies).allMatch(reply -> answer(reply.join()).signIn() != null);
        assertThat(office.statuses(session)).isEqualTo(Map.of("pending", 49L));
        assertThat(meters.counter("tinkuy.registration.batch.halved").count())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void refusesWhatIsMoreThanCanWaitAndDecidesWhatWasAccepted() {
        var session = office.aSession(100);
        var small = office.anotherInstance(1, 1, 3);
        try {
            var replies = new ArrayList<CompletableFuture<Reply>>();
            whileHeld(session, () -> replies.addAll(submitTwenty(small, session)));

            await().atMost(PATIENCE).until(() -> replies.stream().allMatch(Future::isDone));
            var refused =
                    replies.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
            // Three wait, and one may be on its way already.
            assertThat(refused).hasSizeBetween(16, 17);
            assertThat(refused)
                    .allSatisfy(reply ->
                            assertThat(reply.exceptionNow())
                                    .isInstanceOf(RegistrationOverloaded.class));
            assertThat(office.statuses(session))
                    .isEqualTo(Map.of("confirmed", 20L - refused.size()));
        } finally {
            small.stop();
        }
    }

    @Test
    void aHeldPoolKeepsOnlyThoseWhoNameIt() {
        var held = office.aSession(100);
        var other = office.aSession(100);
        var replies = new ArrayList<CompletableFuture<Reply>>();
        whileHeld(
                held,
                () -> {
                    for (var number = 0; number < 20; number++) {
                        replies.add(ask(office.groupCommit, held).toFuture());
                        replies.add(ask(office.groupCommit, held, other).toFuture());
                    }
                    assertThat(office.decide(office.register(anAttendee(), other)).status())
                            .isEqualTo("confirmed");
                    assertThat(replies).noneMatch(Future::isDone);
                });

        await().atMost(PATIENCE).until(() -> replies.stream().allMatch(Future::isDone));
        assertThat(replies).allMatch(reply -> !answer(reply.join()).registrations().isEmpty());
        assertThat(office.statuses(held)).isEqualTo(Map.of("confirmed", 40L));
        assertThat(office.statuses(other)).isEqualTo(Map.of("confirmed", 21L));
    }

    @Test
    void whoWaitsForAHeldPoolForTooLongMayComeAgain() {
        var held = office.aSession(100);
        var other = office.aSession(100);
        var desk = office.anotherInstance(500, 2, 1_000, Duration.ofMillis(100), aRegistry());
        var again = office.register(anAttendee(), held);
        try {
            whileHeld(
                    held,
                    () -> {
                        var refused = desk.submit(again).toFuture();
                        await().atMost(PATIENCE).until(refused::isDone);
                        assertThat(refused.exceptionNow())
                                .isInstanceOf(RegistrationOverloaded.class);
                        assertThat(
                                        answer(
                                                result(
                                                        desk.submit(
                                                                office.register(
                                                                        anAttendee(), other)))))
                                .isNotNull();
                    });
            assertThat(answer(result(desk.submit(again))).registrations()).hasSize(1);
        } finally {
            desk.stop();
        }
    }

    private static SimpleMeterRegistry aRegistry() {
        return new SimpleMeterRegistry();
    }

    private Mono<Reply> ask(GroupCommit<PoolId, Command, Reply> desk, SessionId... sessions) {
        return desk.submit(office.register(anAttendee(), sessions));
    }

    /// Of a batch each act stands for itself: what changed nothing is not told, although something
    /// else changed the same registration.
    @Test
    void tellsOnlyWhatOrganisersDidOfWhatTheyAskedForAtOnce() {
        var session = office.aSession(1);
        var ana = anAttendee();
        var ben = anAttendee();
        var anas = id(office.decide(office.register(ana, session)));
        var bens = id(office.decide(office.register(ben, session)));
        var first = anAttendee();
        var second = anAttendee();
        var pool = PoolId.firstOf(session);
        var desk = office.anotherInstance(50, 1, 1_000);
        var replies = new ArrayList<CompletableFuture<Reply>>();
        try {
            whileHeld(
                    session,
                    () ->
                            Stream.of(
                                            new Command.Promote(bens, pool, first, null),
                                            new Command.Promote(bens, pool, second, null),
                                            new Command.Cancel(bens, pool, ben, second, null),
                                            new Command.Cancel(bens, pool, ben, first, null),
                                            new Command.Promote(bens, pool, first, null),
                                            new Command.Cancel(anas, pool, ana, null, null),
                                            new Command.Cancel(anas, pool, ana, first, null))
                                    .forEach(it -> replies.add(desk.submit(it).toFuture())));
            await().atMost(PATIENCE).until(() -> replies.stream().allMatch(Future::isDone));
        } finally {
            desk.stop();
        }

        assertThat(acts(bens))
                .containsExactly("promoted " + first.value(), "cancelled " + second.value());
        assertThat(acts(anas)).isEmpty();
    }

    private static RegistrationId id(RegistrationAnswer.Line line) {
        return new RegistrationId(requireNonNull(line.id()));
    }

    private List<String> acts(RegistrationId registration) {
        return result(
                office.database
                        .sql(
                                """
                                select what || ' ' || organiser_id as act from registration_acts
                                where registration_id = :registration order by at, id
                                """)
                        .bind("registration", registration.value())
                        .map(row -> requireNonNull(row.get("act", String.class)))
                        .all()
                        .collectList());
    }

    /// Does it while somebody outside holds the session's pool.
    private void whileHeld(SessionId session, Runnable meanwhile) {
        result(
                office.database
                        .sql("select * from pools where session_id = :id for update")
                        .bind("id", session.value())
                        .fetch()
                        .one()
                        .delayUntil(_ ->
                                Mono.fromRunnable(meanwhile)
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .as(office.transaction::transactional));
    }

    private List<CompletableFuture<Reply>> submitTwenty(
            GroupCommit<PoolId, Command, Reply> desk, SessionId session) {
        return IntStream.range(0, 20)
                .mapToObj(_ -> desk.submit(office.register(anAttendee(), session)).toFuture())
                .toList();
    }

    private Mono<RegistrationAnswer.Line> submit(
            GroupCommit<PoolId, Command, Reply> desk, SessionId... sessions) {
        return desk.submit(office.register(anAttendee(), sessions))
                .map(reply -> answer(reply).registrations().getFirst());
    }
}

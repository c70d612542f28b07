package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.reminder.Audience.starting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;

@RunningService
class FanOutIT {

    private static final Instant START = Instant.parse("2031-03-05T23:00:00Z");
    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(30));
    private static final int MANY = 20_000;

    @Autowired Audience audience;
    private final SessionId session = new SessionId(UUID.randomUUID());

    @BeforeEach
    void gather() {
        audience.gather();
    }

    @AfterEach
    void disperse() {
        audience.disperse();
    }

    private static Instant before(String duration) {
        return START.minus(Duration.parse(duration));
    }

    @Test
    void remindsThreeTimes() {
        var ana = registered();
        assertThat(fanOutAndMail(before("PT24H2M1S"))).isEmpty();
        assertThat(kinds(fanOutAndMail(before("PT23H45M")))).containsExactly("reminder-24h");
        assertThat(kinds(fanOutAndMail(before("PT56M")))).containsExactly("reminder-1h");
        assertThat(fanOutAndMail(before("PT10M1S"))).isEmpty();
        var last = fanOutAndMail(before("PT10M"));
        assertThat(kinds(last)).containsExactly("reminder-10min");
        assertThat(last).extracting(Audience.Sent::to).containsExactly(ana);
        assertThat(fanOutAndMail(before("PT5M"))).isEmpty();
        assertThat(fanOutAndMail(START.plusSeconds(1))).isEmpty();
    }

    @Test
    void writesCopiesDownTwoMinutesBeforeTheyAreDue() {
        var _ = registered();
        assertThat(audience.fanOut(before("PT24H2M1S"), 10)).isZero();
        assertThat(audience.fanOut(before("PT24H2M"), 10)).isEqualTo(1);
    }

    @Test
    void spreadsTheEarlyOnesOverSomeMinutesAndNotTheLast() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        audience.many(session, 500, LONG_BEFORE);
        audience.fanOut(before("PT24H"), 2000);
        audience.fanOut(before("PT1H"), 2000);
        audience.fanOut(before("PT10M"), 2000);
        assertThat(spreadOf("reminder-24h")).isBetween(500L, 600L);
        assertThat(spreadOf("reminder-1h")).isBetween(150L, 180L);
        assertThat(spreadOf("reminder-10min")).isZero();
    }

    private long spreadOf(String kind) {
        return audience.count(
                "select cast(extract(epoch from max(next_attempt_at) - min(next_attempt_at))"
                        + " as bigint) from all_deliveries where programme_id = :programme and kind = '"
                        + kind
                        + "'");
    }

    @Test
    void countsWhatComesTooLateAndSendsItNot() {
        var _ = registered();
        assertThat(audience.fanOut.nextPage(before("PT59M"), 10).block())
                .isEqualTo(new FanOutPage(DeliveryKind.REMINDER_24H, 0, 0, 1));
        assertThat(audience.fanOut.nextPage(before("PT59M"), 10).block())
                .isEqualTo(new FanOutPage(DeliveryKind.REMINDER_1H, 1, 1, 0));
        assertThat(kinds(fanOutAndMail(before("PT50M")))).containsExactly("reminder-1h");
    }

    @Test
    void sendsWhatIsStillOfUseAfterTheServiceWasDown() {
        var _ = registered();
        assertThat(kinds(fanOutAndMail(before("PT1H3M")))).containsExactly("reminder-24h");
        assertThat(kinds(fanOutAndMail(before("PT11M")))).containsExactly("reminder-1h");
        assertThat(kinds(fanOutAndMail(before("PT1S")))).containsExactly("reminder-10min");
    }

    @Test
    void remindsWhoeverRegistersLateOfWhatIsStillDue() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        audience.fanOut(before("PT24H1M30S"), 10);
        var justInTime = audience.someone();
        audience.confirm(justInTime, session, before("PT24H1M"), before("PT24H1M"));
        var tooLate = audience.someone();
        audience.confirm(tooLate, session, before("PT23H59M"), before("PT23H59M"));
        assertThat(fanOutAndMail(before("PT23H45M")))
                .extracting(Audience.Sent::to)
                .containsExactly(justInTime);
        var last = audience.someone();
        audience.confirm(last, session, before("PT12M"), before("PT12M"));
        assertThat(fanOutAndMail(before("PT56M"))).hasSize(2);
        assertThat(fanOutAndMail(before("PT10M")))
                .extracting(Audience.Sent::to)
                .containsExactlyInAnyOrder(justInTime, tooLate, last);
    }

    @Test
    void remindsWhoeverBecomesKnownAfterTheFanOut() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        var unknown = new RecipientId(UUID.randomUUID());
        audience.confirm(unknown, session, LONG_BEFORE, LONG_BEFORE);
        assertThat(fanOutAndMail(before("PT24H"))).isEmpty();
        audience.becomesKnown(unknown, before("PT23H50M"));
        assertThat(kinds(fanOutAndMail(before("PT23H45M")))).containsExactly("reminder-24h");
    }

    @Test
    void remindsNobodyWhoWaitsWhoCancelledOrWhoWasErased() {
        var ana = registered();
        var waiting = audience.someone();
        audience.waitlist(waiting, session, LONG_BEFORE);
        var cancelled = audience.someone();
        audience.confirm(cancelled, session, LONG_BEFORE, LONG_BEFORE);
        audience.cancel(cancelled, session, LONG_BEFORE);
        var erased = audience.someone();
        audience.confirm(erased, session, LONG_BEFORE, LONG_BEFORE);
        audience.erase(erased);
        var changesTheirMind = audience.someone();
        audience.confirm(changesTheirMind, session, LONG_BEFORE, LONG_BEFORE);
        audience.fanOut(before("PT24H"), 10);
        audience.cancel(changesTheirMind, session, before("PT24H"));
        assertThat(audience.mail(before("PT23H45M")))
                .extracting(Audience.Sent::to)
                .containsExactly(ana);
    }

    @Test
    void remindsAPersonWhoGotASeatInTimeAndAPersonWhoCameBackInTime() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        var promoted = audience.someone();
        audience.waitlist(promoted, session, LONG_BEFORE);
        var back = audience.someone();
        audience.confirm(back, session, LONG_BEFORE, LONG_BEFORE);
        audience.fanOut(before("PT24H2M"), 10);
        audience.cancel(back, session, before("PT24H1M50S"));
        audience.confirm(back, session, before("PT24H1M40S"), before("PT24H1M40S"));
        audience.promote(promoted, session, before("PT24H1M"));
        assertThat(fanOutAndMail(before("PT23H45M")))
                .extracting(Audience.Sent::to)
                .containsExactlyInAnyOrder(promoted, back);
    }

    @Test
    void remindsOfNothingThatWasDueBeforeTheSessionWasAnnounced() {
        var ana = audience.someone();
        audience.publish(session, 1, starting(START), before("PT23H"));
        audience.confirm(ana, session, before("PT22H"), before("PT22H"));
        assertThat(fanOutAndMail(before("PT21H"))).isEmpty();
        assertThat(kinds(fanOutAndMail(before("PT30M")))).containsExactly("reminder-1h");
    }

    @Test
    void remindsOfNoSessionWithoutATimeOrInThePast() {
        var past = new SessionId(UUID.randomUUID());
        var someDay = new SessionId(UUID.randomUUID());
        audience.publish(past, 1, starting(START), START.plusSeconds(60));
        audience.publish(someDay, 1, new SessionTimes(null, null, null, Audience.LIMA), START);
        assertThat(rows(past)).isZero();
        assertThat(rows(someDay)).isZero();
    }

    private long rows(SessionId of) {
        return Audience.need(
                audience.database
                        .sql("select count(*) from reminders where session_id = $1")
                        .bind(0, of.value())
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    @Test
    void movesThreeRowsWithTheSession() {
        var _ = registered();
        var later = START.plus(Duration.ofDays(7));
        audience.publish(session, 2, starting(later), before("PT48H"));
        assertThat(rows(session)).isEqualTo(3);
        assertThat(reminders(fanOutAndMail(before("PT1H")))).isEmpty();
        assertThat(reminders(fanOutAndMail(later.minus(Duration.ofHours(23))))).hasSize(1);
    }

    @Test
    void overtakesCopiesThatAreNotSentWhenTheSessionMoves() {
        var _ = registered();
        audience.fanOut(before("PT24H2M"), 10);
        var later = START.plus(Duration.ofDays(7));
        audience.publish(session, 2, starting(later), before("PT24H1M"));
        assertThat(reminders(fanOutAndMail(before("PT23H")))).isEmpty();
        assertThat(reminders(fanOutAndMail(later.minus(Duration.ofHours(23))))).hasSize(1);
    }

    @Test
    void remindsAgainOfTheNewTimeWhenTheSessionMovesAfterTheReminder() {
        var _ = registered();
        assertThat(reminders(fanOutAndMail(before("PT23H")))).hasSize(1);
        var later = START.plus(Duration.ofDays(7));
        audience.publish(session, 2, starting(later), before("PT22H"));
        assertThat(reminders(fanOutAndMail(later.minus(Duration.ofHours(23))))).hasSize(1);
    }

    @Test
    void remindsOnceOfASessionThatMovedThereAndBackAfterItsFanOut() {
        var _ = registered();
        audience.fanOut(before("PT24H2M"), 10);
        audience.publish(
                session, 2, starting(START.plus(Duration.ofDays(7))), before("PT24H1M50S"));
        audience.publish(session, 3, starting(START), before("PT24H1M40S"));
        assertThat(kinds(fanOutAndMail(before("PT23H45M")))).containsExactly("reminder-24h");
        assertThat(fanOutAndMail(before("PT23H44M"))).isEmpty();
    }

    @Test
    void leavesRemindersAloneWhenSomethingElseChanges() {
        var _ = registered();
        assertThat(fanOutAndMail(before("PT23H"))).hasSize(1);
        var ends =
                new SessionTimes(
                        starting(START).date(),
                        starting(START).starts(),
                        LocalTime.of(21, 0),
                        Audience.LIMA);
        audience.publish(session, 2, ends, before("PT22H"));
        assertThat(reminders(fanOutAndMail(before("PT21H")))).isEmpty();
        assertThat(reminders(fanOutAndMail(before("PT56M")))).hasSize(1);
    }

    @Test
    void saysNothingOfASessionThatWasCancelledOrWithdrawn() {
        var _ = registered();
        audience.fanOut(before("PT24H"), 10);
        audience.cancel(session, 2, starting(START), before("PT24H"));
        assertThat(fanOutAndMail(before("PT23H45M"))).isEmpty();
        assertThat(fanOutAndMail(before("PT30M"))).isEmpty();
        var other = new SessionId(UUID.randomUUID());
        audience.publish(other, 1, starting(START), LONG_BEFORE);
        audience.confirm(audience.someone(), other, LONG_BEFORE, LONG_BEFORE);
        audience.fanOut(before("PT10M"), 10);
        audience.withdraw(other);
        assertThat(fanOutAndMail(before("PT10M"))).isEmpty();
    }

    @ParameterizedTest(
            name = "{0} {1} {2} is due at {3}, also when it was planned with other rules")
    @CsvSource({
        "2031-03-30, 10:00, Europe/Madrid, 2031-03-29T08:00:00Z",
        "2031-10-26, 10:00, Europe/Madrid, 2031-10-25T09:00:00Z",
        "2031-03-30, 10:00, America/Lima, 2031-03-29T15:00:00Z"
    })
    void plansAgainWithTheRulesOfTheDayItStarts(
            LocalDate date, LocalTime starts, ZoneId zone, Instant due) {
        audience.publish(session, 1, new SessionTimes(date, starts, null, zone), LONG_BEFORE);
        assertThat(dueOfTheDayBefore()).isEqualTo(due);
        audience.database
                .sql(
                        """
                        update reminders set starts_at = starts_at + interval '1 hour',
                            due_at = due_at + interval '1 hour' where session_id = $1
                        """)
                .bind(0, session.value())
                .then()
                .block();
        audience.planAgain(LONG_BEFORE);
        assertThat(dueOfTheDayBefore()).isEqualTo(due);
    }

    private Instant dueOfTheDayBefore() {
        return Audience.need(
                audience.database
                        .sql(
                                "select due_at from reminders where session_id = $1"
                                        + " and kind = 'reminder-24h'")
                        .bind(0, session.value())
                        .mapValue(Instant.class)
                        .one()
                        .block());
    }

    @Test
    void movesWithTheZoneOfTheSession() {
        var times =
                new SessionTimes(
                        LocalDate.parse("2031-03-30"), LocalTime.of(10, 0), null, Audience.LIMA);
        audience.publish(session, 1, times, LONG_BEFORE);
        audience.publish(
                session,
                2,
                new SessionTimes(times.date(), times.starts(), null, ZoneId.of("Europe/Madrid")),
                LONG_BEFORE);
        assertThat(dueOfTheDayBefore()).isEqualTo(Instant.parse("2031-03-29T08:00:00Z"));
    }

    @Test
    void goesOnAfterEachKillWithoutLosingOrDoublingAnybody() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        audience.many(session, 95, LONG_BEFORE);
        var now = before("PT24H");
        for (var page = 0; page < 10; page++) {
            audience.killedDuringAPage(now, 10);
            assertThat(audience.fanOut.nextPage(now, 10).block()).isNotNull();
            assertThat(copies()).isEqualTo(Math.min(95, (page + 1) * 10));
        }
        assertThat(audience.fanOut.nextPage(now, 10).block()).isNull();
        assertThat(copies()).isEqualTo(95);
    }

    private long copies() {
        return audience.count(
                "select count(*) from all_deliveries where programme_id = :programme"
                        + " and kind = 'reminder-24h'");
    }

    @Test
    void fansOutTwentyThousandWithTwoInstancesOnceEach() throws Exception {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        audience.many(session, MANY, LONG_BEFORE);
        var now = before("PT24H");
        try (var instances = Executors.newFixedThreadPool(2)) {
            var pages = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 2; i++) {
                pages.add(
                        instances.submit(() -> {
                            var done = 0;
                            while (rowsOpen() > 0) {
                                done += audience.fanOut(now, FanOut.PEOPLE_PER_PAGE);
                            }
                            return done;
                        }));
            }
            assertThat(pages.get(0).get() + pages.get(1).get())
                    .isEqualTo(MANY / FanOut.PEOPLE_PER_PAGE + 1);
        }
        assertThat(copies()).isEqualTo(MANY);
        assertThat(
                        audience.count(
                                "select count(distinct recipient_id) from all_deliveries"
                                        + " where programme_id = :programme"))
                .isEqualTo(MANY);
    }

    private long rowsOpen() {
        return Audience.need(
                audience.database
                        .sql(
                                "select count(*) from reminders where session_id = $1"
                                        + " and kind = 'reminder-24h' and done_at is null")
                        .bind(0, session.value())
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    @Test
    void givesThousandsOneText() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        audience.many(session, 400, LONG_BEFORE);
        audience.fanOut(before("PT24H"), 1000);
        var sent = audience.mail(before("PT23H30M"));
        assertThat(sent).hasSize(400);
        assertThat(sent.stream().map(it -> System.identityHashCode(it.mail().text())).distinct())
                .hasSize(1);
        assertThat(sent.getFirst().mail().slots()).containsKey("name");
    }

    private RecipientId registered() {
        audience.publish(session, 1, starting(START), LONG_BEFORE);
        var who = audience.someone();
        audience.confirm(who, session, LONG_BEFORE, LONG_BEFORE);
        return who;
    }

    private List<Audience.Sent> fanOutAndMail(Instant now) {
        audience.fanOut(now, 10);
        return audience.mail(now);
    }

    private static List<String> kinds(List<Audience.Sent> sent) {
        return sent.stream().map(it -> it.kind().label()).toList();
    }

    private static List<Audience.Sent> reminders(List<Audience.Sent> sent) {
        return sent.stream().filter(it -> it.kind() != DeliveryKind.SESSION_RESCHEDULED).toList();
    }
}

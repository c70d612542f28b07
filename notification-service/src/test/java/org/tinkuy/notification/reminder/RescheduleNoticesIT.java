package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.reminder.Audience.starting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;

@RunningService
class RescheduleNoticesIT {

    private static final Instant NOW = Instant.parse("2031-03-01T15:00:00Z");
    private static final SessionTimes FIRST = starting(NOW.plus(Duration.ofDays(10)));
    private static final SessionTimes SECOND = starting(NOW.plus(Duration.ofDays(11)));
    private static final SessionTimes THIRD = starting(NOW.plus(Duration.ofDays(12)));

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

    private static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    @Test
    void tellsEverybodyOnceAMinuteAfterTheLastOfThreeEdits() {
        var ana = registered();
        var luis = audience.someone();
        audience.waitlist(luis, session, after(-1));
        audience.publish(session, 2, SECOND, NOW);
        audience.publish(session, 3, THIRD, after(20));
        audience.publish(session, 4, SECOND, after(40));
        assertThat(fanOutAndMail(after(99))).isEmpty();
        assertThat(fanOutAndMail(after(100)))
                .extracting(Audience.Sent::to)
                .containsExactlyInAnyOrder(ana, luis);
        assertThat(fanOutAndMail(after(500))).isEmpty();
    }

    /// Its programme is published with another time zone: people read the same hour, and mean
    /// another.
    @Test
    void tellsOfTheSameHourInAnotherTimeZone() {
        var ana = registered();
        audience.publish(session, 2, in(ZoneId.of("Europe/Madrid")), NOW);

        var sent = fanOutAndMail(after(60));

        assertThat(sent).extracting(Audience.Sent::to).containsExactly(ana);
        assertThat(sent.getFirst().mail().text().plain())
                .contains("10:00 (hora de Madrid)", "10:00 (hora de Perú)");
    }

    private static SessionTimes in(ZoneId zone) {
        return new SessionTimes(FIRST.date(), FIRST.starts(), FIRST.ends(), zone);
    }

    @Test
    void waitsForAnEagerOrganiserFiveMinutesAtMost() {
        var _ = registered();
        for (var i = 0; i < 6; i++) {
            audience.publish(session, 2 + i, i % 2 == 0 ? SECOND : THIRD, after(50L * i));
        }
        assertThat(fanOutAndMail(after(299))).isEmpty();
        assertThat(fanOutAndMail(after(300))).hasSize(1);
    }

    @Test
    void tellsNobodyOfASessionThatIsBackWhereItWas() {
        var _ = registered();
        audience.publish(session, 2, SECOND, NOW);
        audience.publish(session, 3, FIRST, after(30));
        assertThat(fanOutAndMail(after(600))).isEmpty();
    }

    @Test
    void tellsOnlyThoseWhoWereToldSomethingElse() {
        var ana = registered();
        audience.publish(session, 2, SECOND, NOW);
        var between = audience.someone();
        audience.confirm(between, session, after(10), after(10));
        assertThat(fanOutAndMail(after(60))).extracting(Audience.Sent::to).containsExactly(ana);
        audience.publish(session, 3, THIRD, after(100));
        assertThat(fanOutAndMail(after(160)))
                .extracting(Audience.Sent::to)
                .containsExactlyInAnyOrder(ana, between);
    }

    @Test
    void tellsWhoRegisteredBetweenThereAndBackAndNobodyElse() {
        var _ = registered();
        audience.publish(session, 2, SECOND, NOW);
        var between = audience.someone();
        audience.confirm(between, session, after(10), after(10));
        audience.publish(session, 3, FIRST, after(30));
        var sent = fanOutAndMail(after(90));
        assertThat(sent).extracting(Audience.Sent::to).containsExactly(between);
    }

    @Test
    void tellsNobodyTwiceWhoWasToldBeforeItMovedAgainAndBack() {
        var ana = registered();
        audience.publish(session, 2, SECOND, NOW);
        assertThat(fanOutAndMail(after(60))).extracting(Audience.Sent::to).containsExactly(ana);
        audience.publish(session, 3, THIRD, after(100));
        audience.publish(session, 4, SECOND, after(110));
        assertThat(fanOutAndMail(after(600))).isEmpty();
    }

    @Test
    void overtakesWhatIsNotSentWhenItMovesAgain() {
        var _ = registered();
        audience.publish(session, 2, SECOND, NOW);
        audience.fanOut(after(60), 10);
        audience.publish(session, 3, THIRD, after(61));
        assertThat(audience.mail(after(62))).isEmpty();
        assertThat(fanOutAndMail(after(130))).singleElement().satisfies(this::saysThird);
    }

    /// The mail server was away, so people still know the first time.
    @Test
    void tellsNobodyWhenItMovesBackBeforeTheNoticeCouldBeSent() {
        var _ = registered();
        audience.publish(session, 2, SECOND, NOW);
        audience.fanOut(after(60), 10);
        audience.publish(session, 3, FIRST, after(70));
        assertThat(fanOutAndMail(after(600))).isEmpty();
    }

    private void saysThird(Audience.Sent sent) {
        var text = sent.mail().text();
        assertThat(text.plain()).contains(date(THIRD)).contains(date(FIRST));
        assertThat(text.plain()).doesNotContain(date(SECOND));
        assertThat(text.calendar()).isPresent();
        assertThat(text.calendar().orElseThrow().text())
                .contains("UID:" + session.value() + "@tinkuy")
                .contains("SEQUENCE:3");
    }

    private static String date(SessionTimes times) {
        return Audience.need(times.date()).getDayOfMonth() + " de marzo";
    }

    @Test
    void saysWhereItWasAndWhereItIsNow() {
        var _ = registered();
        audience.publish(session, 3, THIRD, NOW);
        assertThat(fanOutAndMail(after(60))).singleElement().satisfies(this::saysThird);
    }

    @Test
    void tellsOfAnotherEndOrPlaceAndOfNothingElse() {
        var _ = registered();
        audience.publish(session, 2, FIRST, NOW);
        assertThat(fanOutAndMail(after(60))).isEmpty();
        var longer =
                new SessionTimes(FIRST.date(), FIRST.starts(), LocalTime.MIDNIGHT, Audience.LIMA);
        audience.publish(session, 3, longer, after(100));
        assertThat(fanOutAndMail(after(160))).hasSize(1);
    }

    @Test
    void tellsOfADateThatIsTakenBackAndTakesItOutOfTheCalendar() {
        var _ = registered();
        audience.publish(session, 2, new SessionTimes(null, null, null, Audience.LIMA), NOW);
        assertThat(fanOutAndMail(after(60)))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.mail().text().plain()).contains("Fecha por anunciar");
                    assertThat(sent.mail().text().calendar().orElseThrow().method())
                            .isEqualTo("CANCEL");
                });
    }

    @Test
    void putsNothingIntoTheCalendarOfThoseWhoWait() {
        audience.publish(session, 1, FIRST, after(-1000));
        audience.waitlist(audience.someone(), session, after(-500));
        audience.publish(session, 2, SECOND, NOW);
        assertThat(fanOutAndMail(after(60)))
                .singleElement()
                .satisfies(sent -> assertThat(sent.mail().text().calendar()).isEmpty());
    }

    @Test
    void saysNothingOfASessionThatIsCancelledMeanwhile() {
        var _ = registered();
        audience.publish(session, 2, SECOND, NOW);
        audience.cancel(session, 3, SECOND, after(20));
        assertThat(fanOutAndMail(after(600))).isEmpty();
        var other = new SessionId(UUID.randomUUID());
        audience.publish(other, 1, FIRST, after(-1000));
        audience.confirm(audience.someone(), other, after(-500), after(-500));
        audience.publish(other, 2, SECOND, NOW);
        audience.fanOut(after(60), 10);
        audience.withdraw(other);
        assertThat(audience.mail(after(61))).isEmpty();
    }

    @Test
    void saysNothingToThoseWhoCancelled() {
        var ana = registered();
        audience.publish(session, 2, SECOND, NOW);
        audience.fanOut(after(60), 10);
        audience.cancel(ana, session, after(61));
        audience.confirm(ana, session, after(62), after(62));
        assertThat(audience.mail(after(63))).isEmpty();
    }

    @Test
    void saysNothingOfASessionThatIsOver() {
        audience.publish(session, 1, starting(NOW.minusSeconds(86_400)), after(-100_000));
        audience.confirm(audience.someone(), session, after(-90_000), after(-90_000));
        audience.publish(session, 2, starting(NOW.minusSeconds(80_000)), NOW);
        assertThat(fanOutAndMail(after(60))).isEmpty();
    }

    @Test
    void goesOnAfterEachKillWithoutLosingOrDoublingAnybody() {
        audience.publish(session, 1, FIRST, after(-1000));
        audience.many(session, 95, after(-500));
        audience.publish(session, 2, SECOND, NOW);
        var told = new HashSet<RecipientId>();
        for (var page = 0; page < 10; page++) {
            audience.killedDuringAPage(after(60), 10);
            assertThat(audience.fanOut.nextPage(after(60), 10).block()).isNotNull();
            audience.mail(after(60)).forEach(sent -> assertThat(told.add(sent.to())).isTrue());
        }
        assertThat(told).hasSize(95);
        assertThat(fanOutAndMail(after(61))).isEmpty();
    }

    /// Half of the people have been told of the second time when the third one comes.
    @Test
    void tellsEachPersonTheLatestOnceWhenItMovesBetweenTwoPages() {
        audience.publish(session, 1, FIRST, after(-1000));
        audience.many(session, 40, after(-500));
        audience.publish(session, 2, SECOND, NOW);
        var _ = audience.fanOut.nextPage(after(60), 20).block();
        assertThat(audience.mail(after(60))).hasSize(20);
        audience.publish(session, 3, THIRD, after(61));
        assertThat(fanOutAndMail(after(120))).isEmpty();
        assertThat(fanOutAndMail(after(121)).stream().map(Audience.Sent::to).distinct())
                .hasSize(40);
    }

    private RecipientId registered() {
        audience.publish(session, 1, FIRST, after(-1000));
        var who = audience.someone();
        audience.confirm(who, session, after(-500), after(-500));
        return who;
    }

    private List<Audience.Sent> fanOutAndMail(Instant now) {
        audience.fanOut(now, 10);
        var sent = audience.mail(now);
        assertThat(sent)
                .allSatisfy(
                        it -> assertThat(it.kind()).isEqualTo(DeliveryKind.SESSION_RESCHEDULED));
        return sent;
    }
}

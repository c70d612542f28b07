package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.reminder.Audience.starting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;

/// A session takes place after all: whoever lost a seat by its cancellation is asked to come back.
@RunningService
class ReinstatedSessionsIT {

    private static final Instant NOW = Instant.parse("2031-03-01T15:00:00Z");
    private static final SessionTimes TIMES = starting(NOW.plus(Duration.ofDays(10)));

    @Autowired Audience audience;
    private final SessionId session = new SessionId(UUID.randomUUID());
    private RecipientId ana = new RecipientId(UUID.randomUUID());

    @BeforeEach
    void gather() {
        audience.gather();
        audience.publish(session, 1, TIMES, after(-1000));
        ana = audience.someone();
        audience.confirm(ana, session, after(-500), after(-500));
    }

    @AfterEach
    void disperse() {
        audience.disperse();
    }

    private static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    private void cancelled() {
        audience.cancel(session, 2, TIMES, NOW);
        audience.loseWithSession(ana, session, What.Before.SEAT, after(1));
    }

    @Test
    void asksOnceAMinuteAfterItWasBroughtBack() {
        var luis = audience.someone();
        audience.waitlist(luis, session, after(-400));
        cancelled();
        audience.loseWithSession(luis, session, What.Before.WAITING_LIST, after(1));
        assertThat(fanOutAndMail(after(90))).isEmpty();

        audience.publish(session, 3, TIMES, after(100));

        assertThat(fanOutAndMail(after(159))).isEmpty();
        var sent = fanOutAndMail(after(160));
        assertThat(sent).extracting(Audience.Sent::to).containsExactlyInAnyOrder(ana, luis);
        assertThat(sent)
                .allSatisfy(one -> {
                    assertThat(one.mail().text().subject()).startsWith("Sí se realizará: Taller");
                    assertThat(one.mail().text().plain())
                            .contains(
                                    "terminó tu inscripción o tu espera de un cupo",
                                    "/programmes/programme-");
                    assertThat(one.mail().text().calendar()).isEmpty();
                });
        audience.publish(session, 4, TIMES, after(200));
        assertThat(fanOutAndMail(after(600))).isEmpty();
    }

    @Test
    void asksNobodyWhoNeverHadAPlaceOrGaveItUpBefore() {
        var luis = audience.someone();
        audience.confirm(luis, session, after(-500), after(-500));
        audience.cancel(luis, session, after(-100));
        cancelled();
        audience.loseWithSession(audience.someone(), session, What.Before.WAITING_LIST, after(1));
        audience.publish(session, 3, TIMES, after(100));

        assertThat(fanOutAndMail(after(160))).extracting(Audience.Sent::to).containsExactly(ana);
    }

    @Test
    void asksNobodyWhoCameBackOrWhenItIsCancelledAgain() {
        cancelled();
        audience.publish(session, 3, TIMES, after(10));
        audience.confirm(ana, session, after(20), after(20));
        assertThat(fanOutAndMail(after(100))).isEmpty();

        audience.cancel(session, 4, TIMES, after(200));
        audience.loseWithSession(ana, session, What.Before.SEAT, after(201));
        audience.publish(session, 5, TIMES, after(210));
        audience.cancel(session, 6, TIMES, after(220));
        assertThat(fanOutAndMail(after(600))).isEmpty();

        audience.publish(session, 7, TIMES, after(700));
        audience.fanOut(after(760), 10);
        audience.cancel(session, 8, TIMES, after(761));
        assertThat(audience.mail(after(762))).isEmpty();
    }

    /// Between two topics there is no order.
    @Test
    void asksWhoIsSaidToHaveLostTheSeatOnlyAfterwards() {
        var luis = audience.someone();
        audience.confirm(luis, session, after(-500), after(-500));
        cancelled();
        audience.publish(session, 3, TIMES, after(10));
        assertThat(fanOutAndMail(after(70))).extracting(Audience.Sent::to).containsExactly(ana);

        audience.loseWithSession(luis, session, What.Before.SEAT, after(100));

        assertThat(fanOutAndMail(after(159))).isEmpty();
        assertThat(fanOutAndMail(after(160))).extracting(Audience.Sent::to).containsExactly(luis);
    }

    @Test
    void asksNobodyAboutWhatIsOverOrWithdrawn() {
        cancelled();
        audience.publish(session, 3, starting(after(30)), after(10));
        assertThat(fanOutAndMail(after(3700))).isEmpty();

        audience.confirm(ana, session, after(4000), after(4000));
        audience.cancel(session, 4, TIMES, after(5000));
        audience.loseWithSession(ana, session, What.Before.SEAT, after(5001));
        audience.withdraw(session);
        audience.publish(session, 6, TIMES, after(5100));
        assertThat(fanOutAndMail(after(6000))).isEmpty();
    }

    @Test
    void goesOnAfterEachKillWithoutLosingOrDoublingAnybody() {
        audience.many(session, 25, after(-500));
        cancelled();
        audience.loseAllWithSession(session);
        audience.publish(session, 3, TIMES, after(10));
        var told = 0;
        for (var page = 0; page < 3; page++) {
            audience.killedDuringAPage(after(70), 10);
            assertThat(audience.fanOut.nextPage(after(70), 10).block()).isNotNull();
            told += audience.mail(after(70)).size();
        }
        assertThat(told).isEqualTo(26);
        assertThat(fanOutAndMail(after(100))).isEmpty();
    }

    private List<Audience.Sent> fanOutAndMail(Instant now) {
        audience.fanOut(now, 10);
        var sent = audience.mail(now);
        assertThat(sent)
                .allSatisfy(it -> assertThat(it.kind()).isEqualTo(DeliveryKind.SESSION_REINSTATED));
        return sent;
    }
}

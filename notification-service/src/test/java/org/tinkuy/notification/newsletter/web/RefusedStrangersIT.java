package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.ScriptedMailServer.Reaction;
import org.tinkuy.notification.delivery.MailServerAnswers;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.retention.RemoveExpired;
import org.tinkuy.testing.MovableTime;

/// How long a refused address is remembered: somebody may have typed it who is not its owner.
@RunningService
class RefusedStrangersIT {

    private static final Duration A_WEEK = Duration.ofDays(7).plusSeconds(1);
    private static final Duration A_YEAR = Duration.ofDays(365).plusSeconds(1);

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired MailServerAnswers answers;
    @Autowired RemoveExpired removeExpired;
    @Autowired MovableTime time;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @AfterEach
    void timeIsRealAgain() {
        time.reset();
    }

    @Test
    void areForgottenAfterAWeekWhereACodeWasAskedForTheirAddress() {
        var address = refusedFromNowOn(MailServerAnswers.someone());
        Acts.signIn(others, address, null);
        suppressed(address);

        pass(A_WEEK.minusMinutes(1));
        assertThat(remembered(address)).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(remembered(address)).isZero();
    }

    /// Nobody else is mailed then, so that it is not known whether the refusal speaks of the
    /// address.
    @Test
    void areForgottenAfterAWeekWhereTheNewsletterWasAskedFor() {
        time.pass(Duration.ofHours(5));
        var address = refusedFromNowOn(Newsletters.anAddress());
        newsletters.ask(address, "en");
        await().atMost(Newsletters.PATIENCE).until(() -> remembered(address) == 1);
        answers.areHeardAbout(address);
        assertThat(answers.haveSuppressed(address)).isFalse();
        assertThat(remembered(address)).isEqualTo(1);

        pass(A_WEEK);
        assertThat(remembered(address)).isZero();
    }

    @Test
    void areNotForgottenWhereTheirOwnerIsAnAttendee() {
        var acts = new Acts(others).attendeeRecorded();
        await().atMost(Newsletters.PATIENCE)
                .until(() ->
                        newsletters.count(
                                        "select count(*) from recipients where address = $1",
                                        acts.address)
                                == 1);
        Acts.signIn(others, refusedFromNowOn(acts.address), null);

        staysForAYear(acts.address);
    }

    @Test
    void areNotForgottenWhereTheirOwnerConfirmedASubscription() {
        var address = newsletters.subscribed("en");
        refusedFromNowOn(address);
        newsletters.act(newsletters.written(1000), "sending");

        staysForAYear(address);
    }

    private void staysForAYear(String address) {
        suppressed(address);
        pass(A_WEEK);
        assertThat(remembered(address)).isEqualTo(1);
        pass(A_YEAR);
        assertThat(remembered(address)).isZero();
    }

    private String refusedFromNowOn(String address) {
        server.script(address, Reaction.REFUSE_RECIPIENT_550);
        return address;
    }

    private void suppressed(String address) {
        await().atMost(Newsletters.PATIENCE).until(() -> remembered(address) == 1);
        answers.speakAgainst(address);
        assertThat(answers.haveSuppressed(address)).isTrue();
    }

    private void pass(Duration duration) {
        time.pass(duration);
        removeExpired.round().block();
    }

    private long remembered(String address) {
        return newsletters.count(
                """
                select (select count(*) from suppressions where address = $1)
                    + (select count(*) from refusals where address = $1)
                """,
                address);
    }
}

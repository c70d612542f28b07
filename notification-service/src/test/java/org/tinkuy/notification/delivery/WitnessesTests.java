package org.tinkuy.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.notification.delivery.NotedRefusals.Answer;
import org.tinkuy.notification.delivery.NotedRefusals.Noted;
import org.tinkuy.notification.delivery.NotedRefusals.Refusal;
import org.tinkuy.notification.delivery.Witnesses.Finding;
import org.tinkuy.notification.people.RecipientId;

class WitnessesTests {

    private static final Instant AT = Instant.parse("2026-11-29T12:00:00Z");
    private static final String ADDRESS = "ana@example.org";

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void believeARefusalWhereOthersAreTaken() {
        others(3, true, Duration.ofMillis(-20));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_ADDRESS);
    }

    @Test
    void believeTwoWrongAddressesBesideEachOther() {
        others(1, false, Duration.ofMillis(1));
        others(3, true, Duration.ofMillis(20));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_ADDRESS);
    }

    @Test
    void believeNoneWhereEverybodyIsRefused() {
        others(1, false, Duration.ofSeconds(1));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_SERVER);
    }

    @Test
    void hearTheNearestOnlySoThatAServerIsNotBelievedThatHasJustBrokenDown() {
        others(50, true, Duration.ofSeconds(-1));
        others(4, false, Duration.ofMillis(50));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_SERVER);
    }

    @Test
    void areTrustedOnlyWhereMostSayTheSame() {
        others(2, true, Duration.ofSeconds(-1));
        others(2, false, Duration.ofSeconds(1));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_SERVER);
    }

    @Test
    void areOneForEachPerson() {
        var other = new RecipientId(UUID.randomUUID());
        for (var mail = 1; mail <= 3; mail++) {
            answers.add(new Answer(ADDRESS, other, false, AT.plusMillis(mail)));
        }
        others(2, true, Duration.ofSeconds(1));
        assertThat(finding(AT)).isEqualTo(Finding.SPEAKS_OF_THE_ADDRESS);
    }

    @Test
    void areLackingWhereNobodyElseIsMailed() {
        assertThat(finding(AT)).isEqualTo(Finding.OPEN);
        assertThat(finding(AT.minus(Duration.ofHours(23)))).isEqualTo(Finding.OPEN);
        assertThat(finding(AT.minus(Duration.ofDays(1)))).isEqualTo(Finding.SPEAKS_OF_THE_ADDRESS);
    }

    @Test
    void areSoughtAtTheSameTimeOrSinceTheFirstRefusalOfAnotherDay() {
        assertThat(Witnesses.whomToAsk(noted(AT.minus(Duration.ofHours(5)))).from())
                .isEqualTo(AT.minus(Duration.ofSeconds(2)));
        var yesterday = AT.minus(Duration.ofHours(25));
        assertThat(Witnesses.whomToAsk(noted(yesterday)).from()).isEqualTo(yesterday);
    }

    private void others(int people, boolean taken, Duration after) {
        for (var i = 0; i < people; i++) {
            answers.add(
                    new Answer(ADDRESS, new RecipientId(UUID.randomUUID()), taken, AT.plus(after)));
        }
    }

    private Finding finding(Instant first) {
        return Witnesses.finding(noted(first), answers);
    }

    private static Noted noted(Instant first) {
        return new Noted(
                new Refusal(ADDRESS, new RecipientId(UUID.randomUUID()), "550 5.1.1", AT),
                first,
                true);
    }
}

package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.Attendees.Introduced;
import org.tinkuy.registration.identity.Attendees.Introduction;
import org.tinkuy.testing.Published;
import reactor.core.publisher.Flux;

@RunningService
class AttendeesIT {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final Instant YEARS_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired Attendees attendees;

    private final EmailAddress address = new EmailAddress(People.strangersAddress());
    private final Instant now = Instant.now();

    @Test
    void knowsAnAddressAgain() {
        var first = introduced(new Introduction(address, "Ana", "es", LIMA));
        var second = introduced(new Introduction(address, "Ana", "es", null));

        assertThat(second).isEqualTo(first);
        assertThat(first.confirmedAt()).isNull();
    }

    @Test
    void believesTheLastThatWasSaidOfAnUnconfirmedAddress() {
        introduced(new Introduction(address, "Anna", "es", LIMA));

        var corrected = introduced(new Introduction(address, "Ana", "qu", MADRID));

        assertThat(corrected)
                .extracting(
                        Attendee::name, Attendee::language, Attendee::timeZone, Attendee::version)
                .containsExactly("Ana", "qu", MADRID, 2L);
    }

    @Test
    void doesNotBelieveStrangersAboutAConfirmedAttendee() {
        introduced(new Introduction(address, "Ana", "es", LIMA));
        var confirmed = confirmed("es", null);

        var introduced = introduced(new Introduction(address, "Somebody else", "en", MADRID));

        assertThat(introduced).isEqualTo(confirmed);
        assertThat(introduced.name()).isEqualTo("Ana");
    }

    @Test
    void believesTheLanguageOfAProof() {
        confirmed("es", LIMA);

        var again = confirmed("qu", null);

        assertThat(again.language()).isEqualTo("qu");
        assertThat(again.timeZone()).isEqualTo(LIMA);
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void staysAsItWasWhenAProofSaysNothingNew() {
        var first = confirmed("es", LIMA);

        assertThat(confirmed("es", LIMA)).isEqualTo(first);
    }

    @Test
    void tellsNewcomersFromWhoIsKnown() {
        var ana = new Introduction(address, "Ana", "es", null);

        assertThat(introducing(ana).isNew()).isTrue();
        assertThat(introducing(ana).isNew()).isFalse();
        assertThat(introducing(new Introduction(address, "Ana Quispe", "es", null)).isNew())
                .isFalse();
    }

    @Test
    void oneActMayNameTheSameAddressTwice() {
        var met =
                requireNonNull(
                        attendees
                                .introduce(
                                        List.of(
                                                new Introduction(address, "Ana", "es", null),
                                                new Introduction(
                                                        address, "Ana Quispe", "es", null)),
                                        now)
                                .block());

        assertThat(requireNonNull(met.get(address)).attendee().name()).isEqualTo("Ana Quispe");
    }

    @Test
    void batchesThatMeetTheSamePeopleInAnotherOrderAgree() {
        var addresses =
                IntStream.range(0, 40)
                        .mapToObj(_ -> new EmailAddress(People.strangersAddress()))
                        .toList();

        var ids =
                requireNonNull(
                        Flux.range(0, 8)
                                .flatMap(
                                        batch ->
                                                attendees.introduce(
                                                        introductions(
                                                                batch % 2 == 0
                                                                        ? addresses
                                                                        : addresses.reversed()),
                                                        now),
                                        8)
                                .map(met ->
                                        addresses.stream()
                                                .map(one ->
                                                        requireNonNull(met.get(one))
                                                                .attendee()
                                                                .id())
                                                .toList())
                                .collectList()
                                .block());

        assertThat(ids).hasSize(8);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void forgetsWhoNeverConfirmedAfterSevenDays() {
        var recently = new EmailAddress(People.strangersAddress());
        var proven = new EmailAddress(People.strangersAddress());
        var ana = introducedAt(address, YEARS_AGO);
        var rosa = introducedAt(recently, YEARS_AGO.plus(EraseUnconfirmed.KEEP));
        var eva = requireNonNull(attendees.confirm(proven, "es", LIMA, YEARS_AGO).block());

        eraseUnconfirmed(YEARS_AGO.plus(EraseUnconfirmed.KEEP));

        assertThat(attendees.find(ana.id()).blockOptional()).isEmpty();
        assertThat(attendees.find(rosa.id()).block()).isEqualTo(rosa);
        assertThat(attendees.find(eva.id()).block()).isEqualTo(eva);
        assertThat(Published.await("attendees", ana.id().value(), 2).getLast())
                .satisfies(told -> assertThat(told.isTombstone()).isTrue())
                .extracting(Published::sequence)
                .isEqualTo(2L);
    }

    @Test
    void doesNotForgetWhoAskedAgainInTheSameWords() {
        var ana = introducedAt(address, YEARS_AGO);
        var again = introducedAt(address, YEARS_AGO.plus(EraseUnconfirmed.KEEP));

        eraseUnconfirmed(YEARS_AGO.plus(EraseUnconfirmed.KEEP));

        assertThat(again.id()).isEqualTo(ana.id());
        assertThat(attendees.find(ana.id()).block()).isEqualTo(again);
    }

    @Test
    void aForgottenAddressIsSomebodyNew() {
        var ana = introducedAt(address, YEARS_AGO);
        eraseUnconfirmed(YEARS_AGO.plusSeconds(1));

        assertThat(introducedAt(address, YEARS_AGO.plusSeconds(2)).id()).isNotEqualTo(ana.id());
    }

    /// Of these tests alone: others introduce people in the present.
    private void eraseUnconfirmed(Instant limit) {
        assertThat(attendees.eraseUnconfirmed(limit, 1_000, now).block()).isNotNull();
    }

    private Attendee introducedAt(EmailAddress address, Instant at) {
        var met =
                attendees
                        .introduce(List.of(new Introduction(address, "Ana", "es", LIMA)), at)
                        .block();
        return requireNonNull(requireNonNull(met).get(address)).attendee();
    }

    private static List<Introduction> introductions(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(one -> new Introduction(one, "Somebody", "es", null))
                .toList();
    }

    private Introduced introducing(Introduction introduction) {
        var met = requireNonNull(attendees.introduce(List.of(introduction), now).block());
        return requireNonNull(met.get(introduction.address()));
    }

    private Attendee introduced(Introduction introduction) {
        return introducing(introduction).attendee();
    }

    private Attendee confirmed(String language, @Nullable ZoneId timeZone) {
        return requireNonNull(attendees.confirm(address, language, timeZone, now).block());
    }
}

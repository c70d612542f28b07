package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.Attendees.Change;
import org.tinkuy.registration.identity.Attendees.Introduced;
import org.tinkuy.registration.identity.Attendees.Introduction;
import org.tinkuy.registration.identity.Attendees.Proof;
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
    void believesTheLastThatWasSaidOfAnUnconfirmedPerson() {
        introduced(new Introduction(address, "ANA  QUISPE", "es", LIMA));

        var corrected = introduced(new Introduction(address, "Ana Quispe", "qu", MADRID));

        assertThat(corrected)
                .extracting(
                        Attendee::name, Attendee::language, Attendee::timeZone, Attendee::version)
                .containsExactly("Ana Quispe", "qu", MADRID, 2L);
    }

    @Test
    void doesNotBelieveStrangersAboutAConfirmedAttendee() {
        introduced(new Introduction(address, "Ana", "es", LIMA));
        var confirmed = confirmed("es", null);

        assertThat(introduced(new Introduction(address, "ANA", "en", MADRID))).isEqualTo(confirmed);
        assertThat(introduced(new Introduction(address, "Somebody else", "en", MADRID)).id())
                .isNotEqualTo(confirmed.id());
        assertThat(attendees.find(confirmed.id()).block()).isEqualTo(confirmed);
    }

    @Test
    void aPlainSignInTakesOverNoNameThatAStrangerGave() {
        introduced(new Introduction(address, "Somebody else", "es", LIMA));

        var owner = confirmed(null, "es", null);

        assertThat(owner.name()).isEmpty();
        assertThat(confirmed(null, "es", null)).isEqualTo(owner);
    }

    @Test
    void peopleWhoShareAnAddressKeepTheirNames() {
        var ana = confirmed("Ana", "es", LIMA);
        var ben =
                requireNonNull(
                        attendees
                                .confirm(new Proof(address, "Ben", "es", LIMA), now.plusSeconds(1))
                                .block());

        assertThat(ben.id()).isNotEqualTo(ana.id());
        assertThat(attendees.sharingAddress(ben.id()).map(Attendee::name).collectList().block())
                .containsExactly("Ana", "Ben");
        assertThat(confirmed(null, "es", LIMA)).isEqualTo(ana);
    }

    @Test
    void changesWhatAPersonSaysOfThemselves() {
        var ana = confirmed("Ana", "es", LIMA);

        var changed = changed(ana, new Change("Ana Quispe", "qu", null));

        assertThat(changed)
                .extracting(Attendee::name, Attendee::language, Attendee::timeZone)
                .containsExactly("Ana Quispe", "qu", LIMA);
        var told = Published.await("attendees", ana.id().value(), 2).getLast().body();
        assertThat(told.path("language").asString()).isEqualTo("qu");
    }

    @Test
    void nobodyTakesTheNameOfSomebodyElseWithTheAddress() {
        var ana = confirmed("Ana", "es", LIMA);
        confirmed("Ben", "es", LIMA);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> changed(ana, new Change("BEN", null, null)));
    }

    @Test
    void aNameThatAStrangerOnlyAskedWithIsTaken() {
        introduced(new Introduction(address, "Ana", "es", LIMA));
        var owner = confirmed(null, "es", LIMA);

        assertThat(changed(owner, new Change("Ana", null, null)).name()).isEqualTo("Ana");
        assertThat(confirmed("Ana", "es", LIMA).id()).isEqualTo(owner.id());
    }

    private Attendee changed(Attendee attendee, Change change) {
        return requireNonNull(attendees.change(attendee.id(), change, now).block());
    }

    @Test
    void signingInFromAnotherBrowserChangesNothingThatIsKnown() {
        var ana = confirmed("es", LIMA);
        assertThat(confirmed("qu", MADRID)).isEqualTo(ana);
        assertThat(confirmed(null, "qu", MADRID)).isEqualTo(ana);

        var chosen = changed(ana, new Change(null, "en", MADRID));

        assertThat(confirmed("qu", LIMA)).isEqualTo(chosen);
    }

    @Test
    void aProofTellsATimeZoneThatWasNotKnown() {
        confirmed("es", null);

        assertThat(confirmed("qu", LIMA))
                .extracting(Attendee::language, Attendee::timeZone, Attendee::version)
                .containsExactly("es", LIMA, 2L);
    }

    @Test
    void aProofSaysTheLanguageAndTimeZoneOfWhomItConfirms() {
        introduced(new Introduction(address, "Ana", "es", LIMA));

        assertThat(confirmed("qu", MADRID))
                .extracting(Attendee::language, Attendee::timeZone)
                .containsExactly("qu", MADRID);
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
        assertThat(introducing(new Introduction(address, " aná ", "es", null)).isNew()).isFalse();
    }

    @Test
    void oneActMayNameTheSamePersonTwice() {
        var met =
                requireNonNull(
                        attendees
                                .introduce(
                                        List.of(
                                                new Introduction(address, "Ana", "es", null),
                                                new Introduction(address, "ANA", "es", null)),
                                        now)
                                .block());

        assertThat(requireNonNull(met.get(PersonKey.of(address, "ana"))).attendee().name())
                .isEqualTo("ANA");
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
                                                        requireNonNull(
                                                                        met.get(
                                                                                PersonKey.of(
                                                                                        one,
                                                                                        "Somebody")))
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
        var eva =
                requireNonNull(
                        attendees.confirm(new Proof(proven, "Eva", "es", LIMA), YEARS_AGO).block());

        eraseUnconfirmed(YEARS_AGO.plus(EraseUnconfirmed.KEEP));

        assertThat(attendees.find(ana.id()).blockOptional()).isEmpty();
        assertThat(attendees.find(rosa.id()).block()).isEqualTo(rosa);
        assertThat(attendees.find(eva.id()).block()).isEqualTo(eva);
        // Nothing was told of them before.
        assertThat(Published.await("attendees", ana.id().value(), 1).getFirst())
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
        return requireNonNull(requireNonNull(met).get(PersonKey.of(address, "Ana"))).attendee();
    }

    private static List<Introduction> introductions(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(one -> new Introduction(one, "Somebody", "es", null))
                .toList();
    }

    private Introduced introducing(Introduction introduction) {
        var met = requireNonNull(attendees.introduce(List.of(introduction), now).block());
        return requireNonNull(met.get(introduction.key()));
    }

    private Attendee introduced(Introduction introduction) {
        return introducing(introduction).attendee();
    }

    private Attendee confirmed(String language, @Nullable ZoneId timeZone) {
        return confirmed("Ana", language, timeZone);
    }

    private Attendee confirmed(@Nullable String name, String language, @Nullable ZoneId timeZone) {
        return requireNonNull(
                attendees.confirm(new Proof(address, name, language, timeZone), now).block());
    }
}

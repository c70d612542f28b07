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
import org.tinkuy.registration.identity.Attendees.Introduction;
import reactor.core.publisher.Flux;

@RunningService
class AttendeesIT {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

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

        assertThat(requireNonNull(met.get(address)).name()).isEqualTo("Ana Quispe");
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
                                                .map(one -> requireNonNull(met.get(one)).id())
                                                .toList())
                                .collectList()
                                .block());

        assertThat(ids).hasSize(8);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    private static List<Introduction> introductions(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(one -> new Introduction(one, "Somebody", "es", null))
                .toList();
    }

    private Attendee introduced(Introduction introduction) {
        var met = requireNonNull(attendees.introduce(List.of(introduction), now).block());
        return requireNonNull(met.get(introduction.address()));
    }

    private Attendee confirmed(String language, @Nullable ZoneId timeZone) {
        return requireNonNull(attendees.confirm(address, language, timeZone, now).block());
    }
}

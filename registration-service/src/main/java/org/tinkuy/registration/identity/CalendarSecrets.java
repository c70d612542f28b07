package org.tinkuy.registration.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.requests.WrittenSecret;
import reactor.core.publisher.Mono;

/// The secret in the address of a person's own calendar. Whoever has it reads that calendar and can
/// do nothing else; renewing it closes the address that was known before.
///
/// It names the attendee and carries 128 bits that nobody can guess.
@Component
public class CalendarSecrets {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final DerivedSecrets secrets;
    private final CalendarGenerations generations;

    CalendarSecrets(DerivedSecrets secrets, CalendarGenerations generations) {
        this.secrets = secrets;
        this.generations = generations;
    }

    public Mono<String> of(AttendeeId attendee) {
        return generations.of(attendee).map(generation -> secret(attendee, generation));
    }

    /// The former secret opens nothing any more.
    public Mono<String> renew(AttendeeId attendee) {
        return generations.renew(attendee).map(generation -> secret(attendee, generation));
    }

    /// Empty if it opens nothing.
    public Mono<AttendeeId> attendee(String secret) {
        return Mono.justOrEmpty(WrittenSecret.read(secret))
                .filter(bytes -> bytes.length == ID_BYTES + MAC_BYTES)
                .flatMap(this::owner);
    }

    private Mono<AttendeeId> owner(byte[] given) {
        var id = ByteBuffer.wrap(given);
        var attendee = new AttendeeId(new UUID(id.getLong(), id.getLong()));
        return generations
                .of(attendee)
                .filter(generation -> MessageDigest.isEqual(bytes(attendee, generation), given))
                .map(_ -> attendee);
    }

    private String secret(AttendeeId attendee, int generation) {
        return WrittenSecret.write(bytes(attendee, generation));
    }

    private byte[] bytes(AttendeeId attendee, int generation) {
        var id = attendee.value();
        var mac = secrets.of("calendar:" + id + ":" + generation);
        return ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(Arrays.copyOf(mac, MAC_BYTES))
                .array();
    }
}

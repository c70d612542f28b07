package org.tinkuy.registration.staff;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.DerivedSecrets;
import org.tinkuy.requests.WrittenSecret;

/// The secret in the link of an invitation. It names the invitation and carries 128 bits that
/// nobody can guess; notification-service derives the same, so that none is stored or sent over a
/// topic.
@Component
class InvitationSecrets {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final DerivedSecrets secrets;

    InvitationSecrets(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    String of(UUID invitation) {
        return WrittenSecret.write(bytes(invitation));
    }

    /// Empty if it opens nothing, whatever there is.
    Optional<UUID> invitation(String secret) {
        return WrittenSecret.read(secret)
                .filter(bytes -> bytes.length == ID_BYTES + MAC_BYTES)
                .flatMap(this::verified);
    }

    private Optional<UUID> verified(byte[] given) {
        var buffer = ByteBuffer.wrap(given);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return MessageDigest.isEqual(bytes(id), given) ? Optional.of(id) : Optional.empty();
    }

    private byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(Arrays.copyOf(secrets.of("staff-invitation:" + id), MAC_BYTES))
                .array();
    }
}

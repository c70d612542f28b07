package org.tinkuy.registration.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tinkuy.registration.identity.DerivedSecrets;

class InvitationSecretsTests {

    private static final UUID ID = UUID.fromString("0195a1c0-0000-7000-8000-0000000000d1");

    private final InvitationSecrets secrets =
            new InvitationSecrets(new DerivedSecrets("0123456789abcdef0123456789abcdef"));

    /// notification-service has the same pair in its tests: what is mailed opens the invitation.
    @Test
    void derivesTheSecretThatIsMailed() {
        assertThat(secrets.of(ID)).isEqualTo("AZWhwAAAcACAAAAAAAAA0f-ePBsPl3TIAuizEkDdpLI");
    }

    @Test
    void knowsItsOwnAndNothingElse() {
        assertThat(secrets.invitation(secrets.of(ID))).contains(ID);
        var others = new InvitationSecrets(new DerivedSecrets("f".repeat(32)));
        assertThat(secrets.invitation(others.of(ID))).isEmpty();
        assertThat(secrets.invitation(secrets.of(ID) + "A")).isEmpty();
        assertThat(secrets.invitation("")).isEmpty();
    }
}

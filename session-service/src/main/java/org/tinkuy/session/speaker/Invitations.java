package org.tinkuy.session.speaker;

import java.time.Instant;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Mono;

/// The links by which speakers see and mend their own entry. Every method takes part in the
/// caller's transaction where there is one.
public interface Invitations {

    /// Whose entry a link opens.
    record Invited(ProgrammeId programme, SpeakerId speaker) {}

    /// In place of the link that the speaker had before.
    Mono<Void> put(Invited invited, InvitationSecret secret, Instant expiresAt);

    /// Empty where the secret opens nothing, or no more.
    Mono<Invited> find(InvitationSecret secret, Instant now);
}

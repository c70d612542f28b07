package org.tinkuy.session.speaker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.speaker.Invitations.Invited;
import reactor.core.publisher.Mono;

/// Makes the link by which a speaker sees and mends their own entry, and says whether they agree to
/// be shown.
@Component
public class InviteSpeaker {

    /// Long enough to think, to ask, and to mend the entry once more.
    static final Duration OPEN_FOR = Duration.ofDays(60);

    /// @param secret told once: nobody can read it again
    public record Invitation(InvitationSecret secret, Instant expiresAt) {}

    private final Programmes programmes;
    private final Speakers speakers;
    private final Invitations invitations;
    private final TransactionalOperator transaction;
    private final Clock clock;

    InviteSpeaker(
            Programmes programmes,
            Speakers speakers,
            Invitations invitations,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.speakers = speakers;
        this.invitations = invitations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A link that the speaker had before opens nothing any more. Fails with [UnknownDraft].
    public Mono<Invitation> invite(ProgrammeId programme, SpeakerId speaker) {
        var invitation = new Invitation(InvitationSecret.random(), clock.instant().plus(OPEN_FOR));
        return programmes
                .lock(programme)
                .flatMap(_ -> speakers.lock(programme, speaker))
                .switchIfEmpty(Mono.error(UnknownDraft::new))
                .flatMap(_ ->
                        invitations.put(
                                new Invited(programme, speaker),
                                invitation.secret(),
                                invitation.expiresAt()))
                .thenReturn(invitation)
                .as(transaction::transactional);
    }
}

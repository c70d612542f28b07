package org.tinkuy.session.publication;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.problems.NotFound;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.speaker.InvitationSecret;
import org.tinkuy.session.speaker.Invitations;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Mono;

/// A speaker sees and mends their own entry, and agrees to be shown or does not, by the link of
/// their invitation.
@Component
public class OwnEntry {

    public record Entry(Programme programme, Speaker speaker) {}

    private final Invitations invitations;
    private final Programmes programmes;
    private final Speakers speakers;
    private final PublishedProgrammes published;
    private final ReplacePublishedProgramme replace;
    private final TransactionalOperator transaction;
    private final Clock clock;

    OwnEntry(
            Invitations invitations,
            Programmes programmes,
            Speakers speakers,
            PublishedProgrammes published,
            ReplacePublishedProgramme replace,
            TransactionalOperator transaction,
            Clock clock) {
        this.invitations = invitations;
        this.programmes = programmes;
        this.speakers = speakers;
        this.published = published;
        this.replace = replace;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [NotFound] where the secret opens nothing, or no more.
    public Mono<Entry> of(InvitationSecret secret) {
        return entry(secret, clock.instant()).as(transaction::transactional);
    }

    /// Who does not agree is gone from what is published in this moment; who does is shown with the
    /// next publication, which organisers decide. Fails with [NotFound] and [DraftChanged].
    ///
    /// @param version of the entry that the speaker saw
    public Mono<Entry> answer(
            InvitationSecret secret, long version, Speaker.Own own, boolean agrees) {
        var now = clock.instant();
        return entry(secret, now)
                .flatMap(entry -> {
                    if (entry.speaker().version() != version) {
                        return Mono.error(new DraftChanged());
                    }
                    var programme = entry.programme();
                    var today = now.atZone(programme.setting().timeZone()).toLocalDate();
                    var answered = entry.speaker().answered(own, agrees, now, today);
                    return speakers.save(programme.id(), answered)
                            .then(agrees ? Mono.empty() : hide(programme.id(), answered.id()))
                            .thenReturn(new Entry(programme, answered));
                })
                .as(transaction::transactional);
    }

    private Mono<Entry> entry(InvitationSecret secret, Instant now) {
        return invitations
                .find(secret, now)
                .flatMap(invited ->
                        programmes
                                .lock(invited.programme())
                                .flatMap(programme ->
                                        speakers.lock(programme.id(), invited.speaker())
                                                .map(speaker -> new Entry(programme, speaker))))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<Void> hide(ProgrammeId programme, SpeakerId speaker) {
        return published
                .find(programme)
                .flatMap(before -> replace.with(before, before.without(speaker)))
                .then();
    }
}

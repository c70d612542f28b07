package org.tinkuy.session.speaker.web;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.InviteSpeaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class SpeakerInvitationApi {

    /// @param token of the link; told once
    record SpeakerInvitation(String token, Instant expiresAt) {

        /// Logs and error pages show objects.
        @Override
        public String toString() {
            return "SpeakerInvitation[…]";
        }
    }

    private final InviteSpeaker inviteSpeaker;

    SpeakerInvitationApi(InviteSpeaker inviteSpeaker) {
        this.inviteSpeaker = inviteSpeaker;
    }

    @PostMapping("/api/programmes/{id}/draft/speakers/{speakerId}/invitation")
    Mono<SpeakerInvitation> invite(
            @PathVariable UUID id,
            @PathVariable UUID speakerId,
            @AuthenticationPrincipal Caller caller) {
        Organisers.require(caller, id);
        return Uncancelled.run(inviteSpeaker.invite(new ProgrammeId(id), new SpeakerId(speakerId)))
                .map(invitation ->
                        new SpeakerInvitation(invitation.secret().text(), invitation.expiresAt()));
    }
}

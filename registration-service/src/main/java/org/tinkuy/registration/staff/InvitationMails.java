package org.tinkuy.registration.staff;

import reactor.core.publisher.Mono;

/// Has invitations mailed.
public interface InvitationMails {

    Mono<Void> ask(Invitation invitation);
}

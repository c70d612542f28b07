package org.tinkuy.registration.seats;

import java.util.List;

/// Why a command changes nothing.
public sealed interface Rejection {

    /// Not published, or not any more.
    record UnknownSessions(List<SessionId> sessions) implements Rejection {}

    record SessionsCancelled(List<SessionId> sessions) implements Rejection {}

    record SessionsEnded(List<SessionId> sessions) implements Rejection {}

    record ByInvitation(List<SessionId> sessions) implements Rejection {}

    record UnknownRegistration() implements Rejection {}

    /// It is no place on a waiting list.
    record NobodyWaits() implements Rejection {}

    /// The idempotency key came before with another request.
    record KeyReused() implements Rejection {}
}

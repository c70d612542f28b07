package org.tinkuy.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.delivery.Channel;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.NewDelivery;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationId;

/// One registration's share in the one mail about an act; the mail is complete when the parts of
/// all registrations in `about` are there.
public record NoticePart(
        String dedupeKey,
        DeliveryKind kind,
        List<RegistrationId> about,
        RegistrationChange change,
        Place.Status status,
        @Nullable Integer position,
        boolean inCalendar,
        boolean wasWaiting,
        @Nullable String reason,
        Instant at) {

    /// RFC 5321 §4.5.4.1: a mail server gives up after four to five days. The same bound keeps a
    /// service that reads the topics from their beginning from telling people old news.
    static final Duration USEFUL_FOR = Duration.ofDays(5);

    /// A hold that expired is not told: nobody has shown that the address is theirs.
    private static final String HOLD_EXPIRED = "hold-expired";

    public NoticePart {
        about = List.copyOf(about);
    }

    public static Optional<NoticePart> of(RegistrationChange change) {
        return switch (change.what()) {
            case What.Confirmed(var at) ->
                    Optional.of(seat(DeliveryKind.REGISTRATION_CONFIRMED, "decided", change, at));
            case What.Promoted(var at) ->
                    Optional.of(seat(DeliveryKind.REGISTRATION_PROMOTED, "promoted", change, at));
            case What.Waitlisted(var at, var position) ->
                    Optional.of(waiting(change, at, position));
            case What.Cancelled(var _, var reason, var _) when reason.equals(HOLD_EXPIRED) ->
                    Optional.empty();
            case What.Cancelled(var at, var reason, var before) ->
                    Optional.of(cancelled(change, at, reason, before));
        };
    }

    public Instant expiresAt() {
        return at.plus(USEFUL_FOR);
    }

    /// The delivery of the act, which waits until all its parts are there.
    NewDelivery delivery(@Nullable String traceparent) {
        return new NewDelivery(
                dedupeKey,
                kind,
                Channel.MAIL,
                change.recipient(),
                about.stream().map(RegistrationId::value).toList(),
                change.programme(),
                at,
                at,
                expiresAt(),
                true,
                traceparent);
    }

    private static NoticePart seat(
            DeliveryKind kind, String act, RegistrationChange change, Instant at) {
        return new NoticePart(
                key(act, change, at),
                kind,
                about(change),
                change,
                Place.Status.CONFIRMED,
                null,
                true,
                false,
                null,
                at);
    }

    private static NoticePart waiting(
            RegistrationChange change, Instant at, @Nullable Integer position) {
        return new NoticePart(
                key("decided", change, at),
                DeliveryKind.REGISTRATION_WAITLISTED,
                about(change),
                change,
                Place.Status.WAITLISTED,
                position,
                false,
                false,
                null,
                at);
    }

    private static NoticePart cancelled(
            RegistrationChange change, Instant at, String reason, What.Before before) {
        return new NoticePart(
                key("cancelled", change, at),
                DeliveryKind.REGISTRATION_CANCELLED,
                about(change),
                change,
                Place.Status.CANCELLED,
                null,
                before == What.Before.SEAT,
                before == What.Before.WAITING_LIST,
                reason,
                at);
    }

    /// The registrations alone do not name an act: they may be cancelled and confirmed again.
    private static String key(String act, RegistrationChange change, Instant at) {
        return about(change).stream()
                .map(id -> id.value().toString())
                .collect(
                        Collectors.joining(
                                "+", act + "/", "/" + at.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static List<RegistrationId> about(RegistrationChange change) {
        var together =
                change.together().contains(change.id()) ? change.together() : List.of(change.id());
        return together.stream()
                .distinct()
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .toList();
    }
}

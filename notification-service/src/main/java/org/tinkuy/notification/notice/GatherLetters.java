package org.tinkuy.notification.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Gathers what mails say, as it is known at this moment.
@Component
class GatherLetters implements Letters {

    private final Notices notices;
    private final Recipients recipients;
    private final Registrations registrations;
    private final Schedule schedule;

    GatherLetters(
            Notices notices,
            Recipients recipients,
            Registrations registrations,
            Schedule schedule) {
        this.notices = notices;
        this.recipients = recipients;
        this.registrations = registrations;
        this.schedule = schedule;
    }

    @Override
    public Mono<Map<DeliveryId, Letter>> gather(List<Delivery> batch) {
        var codes = batch.stream().filter(GatherLetters::isCode).toList();
        var others = batch.stream().filter(delivery -> !isCode(delivery)).toList();
        return Mono.zip(codes(codes), notices(others), GatherLetters::together);
    }

    private static boolean isCode(Delivery delivery) {
        return delivery.kind() == DeliveryKind.SIGN_IN_CODE;
    }

    private static <K, V> Map<K, V> together(Map<K, V> some, Map<K, V> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private Mono<Map<SessionId, SessionDetails>> details(Stream<SessionId> sessions) {
        return schedule.details(sessions.collect(Collectors.toSet()));
    }

    /// A code is not held up by a session that is not known yet: its mail does without the name.
    private Mono<Map<DeliveryId, Letter>> codes(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        return notices.codes(batch.stream().map(MailCode::challenge).toList())
                .flatMap(found ->
                        details(found.stream().flatMap(code -> code.sessions().stream()))
                                .map(sessions -> codes(batch, found, sessions)));
    }

    private static Map<DeliveryId, Letter> codes(
            List<Delivery> batch,
            List<CodeRequest> found,
            Map<SessionId, SessionDetails> sessions) {
        var byChallenge =
                found.stream()
                        .collect(Collectors.toMap(CodeRequest::challengeId, Function.identity()));
        var letters = new HashMap<DeliveryId, Letter>();
        for (var delivery : batch) {
            var code = byChallenge.get(MailCode.challenge(delivery));
            if (code != null) {
                letters.put(delivery.id(), code(code, sessions));
            }
        }
        return letters;
    }

    private static Letter code(CodeRequest code, Map<SessionId, SessionDetails> sessions) {
        return new Letter.Code(
                code.to(),
                code.challengeId(),
                code.requestedAt(),
                code.expiresAt(),
                code.purpose(),
                code.sessions().stream()
                        .distinct()
                        .map(sessions::get)
                        .filter(Objects::nonNull)
                        .sorted(SessionDetails.IN_ORDER)
                        .toList(),
                code.full());
    }

    private Mono<Map<DeliveryId, Letter>> notices(List<Delivery> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.zip(
                places(batch),
                recipients.addressees(batch.stream().map(Delivery::recipient).distinct().toList()),
                (places, addressees) -> notices(batch, places, addressees));
    }

    private static Map<DeliveryId, Letter> notices(
            List<Delivery> batch,
            Map<String, List<Place>> places,
            Map<RecipientId, Addressee> addressees) {
        var letters = new HashMap<DeliveryId, Letter>();
        for (var delivery : batch) {
            var told = places.get(delivery.key());
            var to = addressees.get(delivery.recipient());
            if (told != null && to != null) {
                letters.put(delivery.id(), new Letter.Notice(to, delivery.kind(), told));
            }
        }
        return letters;
    }

    /// By act.
    private Mono<Map<String, List<Place>>> places(List<Delivery> batch) {
        return notices.parts(batch.stream().map(Delivery::key).toList())
                .flatMap(parts ->
                        Mono.zip(
                                details(parts.stream().map(Notices.Part::session)),
                                registrations.current(
                                        parts.stream()
                                                .map(Notices.Part::registration)
                                                .collect(Collectors.toSet())),
                                (sessions, current) -> places(parts, sessions, current)));
    }

    /// A registration that stands differently by now has been, or will be, told of by a later mail.
    private static Map<String, List<Place>> places(
            List<Notices.Part> parts,
            Map<SessionId, SessionDetails> sessions,
            Map<RegistrationId, Registrations.Current> current) {
        var places = new HashMap<String, List<Place>>();
        for (var part : parts) {
            var session = sessions.get(part.session());
            var standing = current.get(part.registration());
            if (session != null
                    && standing != null
                    && standing.status().name().equals(part.status().name())) {
                places.computeIfAbsent(part.act(), _ -> new ArrayList<>())
                        .add(place(part, session, standing));
            }
        }
        places.values()
                .forEach(told ->
                        told.sort(Comparator.comparing(Place::session, SessionDetails.IN_ORDER)));
        return places;
    }

    private static Place place(
            Notices.Part part, SessionDetails session, Registrations.Current current) {
        return new Place(
                part.registration(),
                part.status(),
                part.position(),
                part.inCalendar() && !current.isCoveredByOthers(),
                part.wasWaiting(),
                part.reason(),
                session,
                current.revision());
    }
}

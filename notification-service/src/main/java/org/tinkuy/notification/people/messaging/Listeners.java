package org.tinkuy.notification.people.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.notification.AfterCommit;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.RegistrationNews;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What other services say. Each bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class Listeners {

    /// Of a request that nobody has confirmed nothing is told, so nothing is kept of it.
    static final Set<String> UNREAD_REGISTRATIONS =
            Set.of("registration-requested", "registration-lapsed");

    private final Inbox inbox;
    private final List<NewsFollower> followers;
    private final Clock clock;

    Listeners(Inbox inbox, List<NewsFollower> followers, Clock clock) {
        this.inbox = inbox;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    @Bean
    Consumer<Message<?>> attendees(Recipients recipients) {
        return inbox.statesInBatches(
                "attendees",
                Set.of(),
                messages -> {
                    var now = clock.instant();
                    return thenTell(
                            record(recipients, messages, now)
                                    .then(erase(recipients, messages, now)));
                });
    }

    private Mono<Void> record(Recipients recipients, List<ReceivedMessage> messages, Instant now) {
        var recorded = new LinkedHashMap<RecipientId, Recipients.Recorded>();
        var provenAt = new HashMap<String, Instant>();
        messages.stream()
                .filter(message -> !message.isTombstone())
                .map(message -> message.as(AttendeeRecorded.class))
                .forEach(it -> {
                    recorded.put(new RecipientId(it.id()), it.recorded());
                    var confirmedAt = it.confirmedAt();
                    if (confirmedAt != null) {
                        provenAt.merge(it.address(), confirmedAt, Listeners::later);
                    }
                });
        return recorded.isEmpty()
                ? Mono.empty()
                : recipients
                        .save(recorded)
                        .map(changed -> only(changed, recorded))
                        .flatMap(readers -> follow(it -> it.readersChanged(readers)))
                        .then(follow(it -> it.recipientsRecorded(recorded.keySet(), now)))
                        .then(follow(it -> it.addressesProven(provenAt)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Addressee> only(
            Set<RecipientId> some, Map<RecipientId, Recipients.Recorded> recorded) {
        return recorded.entrySet().stream()
                .filter(one -> some.contains(one.getKey()))
                .map(one -> one.getValue().addressee())
                .toList();
    }

    private Mono<Void> erase(Recipients recipients, List<ReceivedMessage> messages, Instant now) {
        return Flux.fromIterable(messages)
                .filter(ReceivedMessage::isTombstone)
                .map(message -> new RecipientId(UUID.fromString(message.key())))
                .concatMap(erased ->
                        recipients
                                .erase(erased)
                                .singleOptional()
                                .flatMap(address ->
                                        follow(it -> it.recipientErased(erased, address, now))))
                .then();
    }

    /// A device is signed in by a code that was mailed. Whoever is not known yet is about to be
    /// recorded, as confirmed.
    @Bean
    Consumer<Message<?>> deviceSessions(Recipients recipients) {
        return inbox.repeatablesInBatches(
                "device-sessions",
                messages -> {
                    var openedAt = new HashMap<RecipientId, Instant>();
                    messages.stream()
                            .filter(message -> message.type().equals("device-session-opened"))
                            .map(message -> message.as(DeviceSessionOpened.class))
                            .forEach(it ->
                                    openedAt.merge(
                                            new RecipientId(it.attendeeId()),
                                            it.at(),
                                            Listeners::later));
                    return openedAt.isEmpty() ? Mono.empty() : proven(recipients, openedAt);
                });
    }

    private Mono<Void> proven(Recipients recipients, Map<RecipientId, Instant> openedAt) {
        return recipients
                .addressees(openedAt.keySet())
                .map(known -> {
                    var provenAt = new HashMap<String, Instant>();
                    known.forEach((id, who) ->
                            provenAt.merge(
                                    who.address(),
                                    Objects.requireNonNull(openedAt.get(id)),
                                    Listeners::later));
                    return provenAt;
                })
                .flatMap(provenAt -> follow(it -> it.addressesProven(provenAt)));
    }

    @Bean
    Consumer<Message<?>> programmes(Schedule schedule) {
        return inbox.states(
                "programmes",
                message ->
                        thenTell(
                                message.isTombstone()
                                        ? schedule.withdraw(
                                                new ProgrammeId(UUID.fromString(message.key())))
                                        : schedule.save(
                                                message.as(ProgrammePublished.class).programme())));
    }

    @Bean
    Consumer<Message<?>> sessions(Schedule schedule) {
        return inbox.states(
                "sessions",
                message -> {
                    if (message.isTombstone()) {
                        var withdrawn = new SessionId(UUID.fromString(message.key()));
                        return schedule.withdraw(withdrawn)
                                .then(follow(it -> it.sessionWithdrawn(withdrawn)));
                    }
                    var session = message.as(SessionPublished.class).session();
                    return thenTell(
                            schedule.save(session)
                                    .then(
                                            follow(it ->
                                                    it.sessionPublished(
                                                            session, clock.instant()))));
                });
    }

    @Bean
    Consumer<Message<?>> registrations(Registrations registrations) {
        return inbox.statesInBatches(
                "registrations",
                UNREAD_REGISTRATIONS,
                messages -> {
                    var now = clock.instant();
                    var changes = messages.stream().map(Listeners::change).toList();
                    return thenTell(
                            registrations
                                    .note(changes, now)
                                    .map(news -> news(messages, changes, news))
                                    .flatMap(news ->
                                            follow(it -> it.registrationsChanged(news, now))));
                });
    }

    private static RegistrationChange change(ReceivedMessage message) {
        return message.as(RegistrationState.class).change(message.type());
    }

    private static List<RegistrationNews> news(
            List<ReceivedMessage> messages,
            List<RegistrationChange> changes,
            Set<RegistrationId> news) {
        return IntStream.range(0, changes.size())
                .mapToObj(n ->
                        new RegistrationNews(
                                changes.get(n),
                                news.contains(changes.get(n).id()),
                                messages.get(n).traceparent()))
                .toList();
    }

    private Mono<Void> follow(Function<NewsFollower, Mono<Void>> news) {
        return Flux.fromIterable(followers).concatMap(news).then();
    }

    private Mono<Void> thenTell(Mono<Void> written) {
        return written.then(AfterCommit.run(() -> followers.forEach(NewsFollower::written)));
    }
}

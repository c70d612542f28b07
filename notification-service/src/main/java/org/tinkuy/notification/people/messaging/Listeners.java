package org.tinkuy.notification.people.messaging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.Traces;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What other services say. Each bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class Listeners {

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
        return thenTell(
                inbox.states(
                        "attendees",
                        message -> {
                            if (message.isTombstone()) {
                                var erased = new RecipientId(UUID.fromString(message.key()));
                                return recipients
                                        .erase(erased)
                                        .singleOptional()
                                        .flatMap(address ->
                                                follow(it ->
                                                        it.recipientErased(
                                                                erased, address, clock.instant())));
                            }
                            var attendee = message.as(AttendeeRecorded.class);
                            var id = new RecipientId(attendee.id());
                            return recipients
                                    .save(id, attendee.addressee())
                                    .then(follow(it -> it.recipientRecorded(id, clock.instant())));
                        }));
    }

    @Bean
    Consumer<Message<?>> programmes(Schedule schedule) {
        return thenTell(
                inbox.states(
                        "programmes",
                        message ->
                                message.isTombstone()
                                        ? Mono.empty()
                                        : schedule.save(
                                                message.as(ProgrammePublished.class).programme())));
    }

    @Bean
    Consumer<Message<?>> sessions(Schedule schedule) {
        return thenTell(
                inbox.states(
                        "sessions",
                        message -> {
                            if (message.isTombstone()) {
                                var withdrawn = new SessionId(UUID.fromString(message.key()));
                                return schedule.withdraw(withdrawn)
                                        .then(follow(it -> it.sessionWithdrawn(withdrawn)));
                            }
                            var session = message.as(SessionPublished.class).session();
                            return schedule.save(session)
                                    .then(
                                            follow(it ->
                                                    it.sessionPublished(session, clock.instant())));
                        }));
    }

    @Bean
    Consumer<Message<?>> registrations(Registrations registrations, Traces traces) {
        return thenTell(
                inbox.states(
                        "registrations",
                        message -> {
                            var change = message.as(RegistrationState.class).change(message.type());
                            var now = clock.instant();
                            var traceparent = traces.current();
                            return registrations
                                    .note(change, now)
                                    .flatMap(isNews ->
                                            follow(it ->
                                                    it.registrationChanged(
                                                            change, isNews, traceparent, now)));
                        }));
    }

    private Mono<Void> follow(Function<NewsFollower, Mono<Void>> news) {
        return Flux.fromIterable(followers).concatMap(news).then();
    }

    private Consumer<Message<?>> thenTell(Consumer<Message<?>> consumer) {
        return message -> {
            consumer.accept(message);
            followers.forEach(NewsFollower::written);
        };
    }
}

package org.tinkuy.notification.delivery.messaging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.notification.delivery.AnnounceRegistration;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsFollower;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.Recipients;
import org.tinkuy.notification.delivery.Schedule;
import org.tinkuy.notification.delivery.SessionId;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.outbox.Inbox;
import org.tinkuy.outbox.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What other services say. Each bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class Listeners {

    private final Inbox inbox;
    private final NewsForWorkers workers;
    private final List<NewsFollower> followers;
    private final Clock clock;

    Listeners(Inbox inbox, NewsForWorkers workers, List<NewsFollower> followers, Clock clock) {
        this.inbox = inbox;
        this.workers = workers;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    @Bean
    Consumer<Message<?>> attendees(Recipients recipients, TidyDeliveries tidy) {
        return thenRing(
                Lane.NOTICES,
                inbox.states(
                        "attendees",
                        message -> {
                            if (message.isTombstone()) {
                                var erased = new RecipientId(UUID.fromString(message.key()));
                                return tidy.forget(erased, clock.instant()).then();
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
        return thenRing(
                Lane.NOTICES,
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
        return thenRing(
                Lane.NOTICES,
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
    Consumer<Message<?>> registrations(AnnounceRegistration announcement, Traces traces) {
        return thenRing(
                Lane.NOTICES,
                inbox.states(
                        "registrations",
                        message -> {
                            var change = message.as(RegistrationState.class).change(message.type());
                            var now = clock.instant();
                            return announcement
                                    .announce(change, traces.current(), now)
                                    .then(follow(it -> it.registrationChanged(change, now)));
                        }));
    }

    @Bean
    Consumer<Message<?>> signIns(Deliveries deliveries, Traces traces) {
        return thenRing(
                Lane.CODES,
                inbox.facts(
                        "sign-ins",
                        message ->
                                deliveries.add(
                                        message.as(SignInRequested.class).request(message.time()),
                                        traces.current())));
    }

    private Mono<Void> follow(Function<NewsFollower, Mono<Void>> news) {
        return Flux.fromIterable(followers).concatMap(news).then();
    }

    /// After the commit, so that the workers find what was written.
    private Consumer<Message<?>> thenRing(Lane lane, Consumer<Message<?>> consumer) {
        return message -> {
            consumer.accept(message);
            workers.ring(lane);
        };
    }
}

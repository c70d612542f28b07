package org.tinkuy.notification.delivery.messaging;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.notification.delivery.AnnounceRegistration;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.delivery.RecipientId;
import org.tinkuy.notification.delivery.Recipients;
import org.tinkuy.notification.delivery.Schedule;
import org.tinkuy.notification.delivery.TidyDeliveries;
import org.tinkuy.outbox.Inbox;
import org.tinkuy.outbox.Traces;
import reactor.core.publisher.Mono;

/// What other services say. Each bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class Listeners {

    private final Inbox inbox;
    private final NewsForWorkers workers;
    private final Clock clock;

    Listeners(Inbox inbox, NewsForWorkers workers, Clock clock) {
        this.inbox = inbox;
        this.workers = workers;
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
                            return recipients.save(
                                    new RecipientId(attendee.id()), attendee.addressee());
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
                        message ->
                                message.isTombstone()
                                        ? Mono.empty()
                                        : schedule.save(
                                                message.as(SessionPublished.class).session())));
    }

    @Bean
    Consumer<Message<?>> registrations(AnnounceRegistration announcement, Traces traces) {
        return thenRing(
                Lane.NOTICES,
                inbox.states(
                        "registrations",
                        message ->
                                announcement.announce(
                                        message.as(RegistrationState.class).change(message.type()),
                                        traces.current(),
                                        clock.instant())));
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

    /// After the commit, so that the workers find what was written.
    private Consumer<Message<?>> thenRing(Lane lane, Consumer<Message<?>> consumer) {
        return message -> {
            consumer.accept(message);
            workers.ring(lane);
        };
    }
}

package org.tinkuy.registration.registration.messaging;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.inbox.MessageRejected;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.messages.UndecodableMessage;
import org.tinkuy.registration.registration.PublishSession;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Mono;

/// Keeps the sessions as session-service published them last.
@Configuration(proxyBeanMethods = false)
class SessionListener {

    @Bean
    Consumer<Message<?>> followSessions(Inbox inbox, PublishSession publishSession) {
        return inbox.states("sessions", message -> handle(message, publishSession));
    }

    private static Mono<Void> handle(ReceivedMessage message, PublishSession publishSession) {
        return message.isTombstone()
                ? publishSession.withdraw(new SessionId(id(message)))
                : publishSession.publish(facts(message));
    }

    private static UUID id(ReceivedMessage message) {
        try {
            return UUID.fromString(message.key());
        } catch (IllegalArgumentException e) {
            throw new UndecodableMessage("the key is no session id: " + message.key(), e);
        }
    }

    private static PublishSession.Facts facts(ReceivedMessage message) {
        try {
            return message.as(SessionPublished.class).facts();
        } catch (IllegalArgumentException e) {
            throw new MessageRejected(String.valueOf(e.getMessage()));
        }
    }
}

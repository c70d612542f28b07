package org.tinkuy.notification.publication.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.notification.AfterCommit;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.publication.TellOrganiser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What became of publications. The bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class PublicationListener {

    @Bean
    Consumer<Message<?>> publications(
            Inbox inbox, TellOrganiser tellOrganiser, NewsForWorkers workers) {
        return inbox.repeatablesInBatches(
                "publications",
                messages ->
                        Flux.fromIterable(messages)
                                .filter(message -> message.type().equals("publication-refused"))
                                .concatMap(message -> tell(tellOrganiser, message))
                                .reduce(0L, Long::sum)
                                .filter(added -> added > 0)
                                .flatMap(_ -> AfterCommit.run(() -> workers.ring(Lane.NOTICES))));
    }

    private static Mono<Long> tell(TellOrganiser tellOrganiser, ReceivedMessage message) {
        return tellOrganiser.tell(
                message.as(PublicationRefused.class).refusal(message.time()),
                message.traceparent());
    }
}

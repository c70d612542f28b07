package org.tinkuy.notification.notice.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.notification.AfterCommit;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.notice.MailCode;

/// Who asked for a code. The bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class SignInListener {

    @Bean
    Consumer<Message<?>> signIns(Inbox inbox, MailCode mailCode, NewsForWorkers workers) {
        return inbox.repeatablesInBatches(
                "sign-ins",
                messages ->
                        mailCode.mail(messages.stream().map(SignInListener::asked).toList())
                                .filter(added -> added > 0)
                                .flatMap(_ -> AfterCommit.run(() -> workers.ring(Lane.CODES))));
    }

    private static MailCode.Asked asked(ReceivedMessage message) {
        return new MailCode.Asked(
                message.as(SignInRequested.class).request(message.time()), message.traceparent());
    }
}

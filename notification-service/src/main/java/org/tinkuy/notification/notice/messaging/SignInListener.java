package org.tinkuy.notification.notice.messaging;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.Traces;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.notice.MailCode;

/// Who asked for a code. The bean's name is its binding in `application.yaml`.
@Configuration(proxyBeanMethods = false)
class SignInListener {

    @Bean
    Consumer<Message<?>> signIns(
            Inbox inbox, MailCode mailCode, NewsForWorkers workers, Traces traces) {
        var codes =
                inbox.facts(
                        "sign-ins",
                        message ->
                                mailCode.mail(
                                        message.as(SignInRequested.class).request(message.time()),
                                        traces.current()));
        return message -> {
            codes.accept(message);
            // after the commit, so that the workers find what was written
            workers.ring(Lane.CODES);
        };
    }
}

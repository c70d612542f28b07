package org.tinkuy.notification.notice.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.tinkuy.inbox.Inbox;
import org.tinkuy.messages.ReceivedMessage;
import org.tinkuy.notification.AfterCommit;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;
import org.tinkuy.notification.notice.MailCode;
import org.tinkuy.notification.staff.MailInvitation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who asked for a code, and who is invited to sign in as staff. The bean's name is its binding in
/// `application.yaml`.
@Configuration(proxyBeanMethods = false)
class SignInListener {

    @Bean
    Consumer<Message<?>> signIns(
            Inbox inbox, MailCode mailCode, MailInvitation mailInvitation, NewsForWorkers workers) {
        return inbox.repeatablesInBatches(
                "sign-ins",
                messages ->
                        codes(mailCode, messages)
                                .filter(added -> added > 0)
                                .flatMap(_ -> AfterCommit.run(() -> workers.ring(Lane.CODES)))
                                .then(
                                        Mono.defer(() ->
                                                invitations(mailInvitation, messages)
                                                        .filter(added -> added > 0)
                                                        .flatMap(_ ->
                                                                AfterCommit.run(() ->
                                                                        workers.ring(
                                                                                Lane.NOTICES))))));
    }

    private static Mono<Integer> codes(MailCode mailCode, List<ReceivedMessage> messages) {
        var asked = of(messages, SignInRequested.TYPE).map(SignInListener::asked).toList();
        return asked.isEmpty() ? Mono.empty() : mailCode.mail(asked);
    }

    private static Mono<Long> invitations(
            MailInvitation mailInvitation, List<ReceivedMessage> messages) {
        return Flux.fromStream(of(messages, StaffInvited.TYPE))
                .concatMap(one -> mail(mailInvitation, one))
                .reduce(0L, Long::sum);
    }

    private static Stream<ReceivedMessage> of(List<ReceivedMessage> messages, String type) {
        return messages.stream().filter(message -> message.type().equals(type));
    }

    private static Mono<Long> mail(MailInvitation mailInvitation, ReceivedMessage message) {
        return mailInvitation.mail(
                message.as(StaffInvited.class).invitation(message.time()), message.traceparent());
    }

    private static MailCode.Asked asked(ReceivedMessage message) {
        return new MailCode.Asked(
                message.as(SignInRequested.class).request(message.time()), message.traceparent());
    }
}

package org.tinkuy.notification.delivery.mail;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.Judged;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.Reply;
import org.tinkuy.notification.delivery.Suppressions;
import org.tinkuy.notification.delivery.Verdict;
import org.tinkuy.smtp.Mailbox;

/// Finds out which of the claimed deliveries are still to be sent, and what they say.
@Component
class MailPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(MailPreparation.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final MailSources sources;
    private final MailComposer composer;
    private final Suppressions suppressions;
    private final Clock clock;

    MailPreparation(
            MailSources sources, MailComposer composer, Suppressions suppressions, Clock clock) {
        this.sources = sources;
        this.composer = composer;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    record Ready(Delivery delivery, Mail mail, CompiledMail text, Mailbox to) {}

    /// @param concluded what is not to be sent, now or ever
    record Batch(List<Ready> ready, List<Judged> concluded) {}

    Batch prepare(List<Delivery> claimed) {
        var now = clock.instant();
        var concluded = new ArrayList<Judged>();
        var mails = gather(claimed, now, concluded);
        var suppressed = suppressed(claimed, mails);
        var ready = new ArrayList<Ready>();
        var judged = concluded.stream().map(one -> one.delivery().id()).collect(toSet());
        for (var delivery : claimed) {
            var mail = mails.get(delivery.id());
            if (mail != null) {
                prepare(delivery, mail, suppressed, now, ready, concluded);
            } else if (!judged.contains(delivery.id())) {
                var overtaken = new Verdict.Expired(now, "overtaken by a later change");
                concluded.add(Judged.of(delivery, overtaken));
            }
        }
        return new Batch(ready, concluded);
    }

    private void prepare(
            Delivery delivery,
            Mail mail,
            Set<String> suppressed,
            Instant now,
            List<Ready> ready,
            List<Judged> concluded) {
        if (suppressed.contains(mail.to().address())) {
            var before =
                    new Verdict.Failed(
                            now, Failure.SUPPRESSED, "a mail server refused this address before");
            concluded.add(Judged.of(delivery, before, mail.to().address()));
            return;
        }
        try {
            var to = Mailbox.of(mail.to().address());
            ready.add(new Ready(delivery, mail, composer.compile(mail.text()), to));
        } catch (Mailbox.Unusable e) {
            var unusable = new Verdict.Failed(now, Failure.UNUSABLE_ADDRESS, e.reason());
            concluded.add(Judged.of(delivery, unusable));
        } catch (RuntimeException e) {
            concluded.add(unwritten(delivery, e, now));
        }
    }

    /// One mail that cannot be written holds up no other.
    private Map<DeliveryId, Mail> gather(
            List<Delivery> claimed, Instant now, List<Judged> concluded) {
        var inTime = new ArrayList<Delivery>();
        for (var delivery : claimed) {
            if (delivery.isExpired(now)) {
                concluded.add(tooLate(delivery, now));
            } else {
                inTime.add(delivery);
            }
        }
        try {
            return sources.gather(inTime, now);
        } catch (RuntimeException e) {
            LOG.warn("A batch of mails cannot be written; trying one by one: {}", e.toString());
        }
        var mails = new HashMap<DeliveryId, Mail>();
        for (var delivery : inTime) {
            try {
                mails.putAll(sources.gather(List.of(delivery), now));
            } catch (RuntimeException e) {
                concluded.add(unwritten(delivery, e, now));
            }
        }
        return mails;
    }

    static Judged tooLate(Delivery delivery, Instant now) {
        return Judged.of(delivery, new Verdict.Expired(now, "too late to be of use"));
    }

    static Judged unwritten(Delivery delivery, RuntimeException failure, Instant now) {
        LOG.error("Delivery {} cannot be written", delivery.id().value(), failure);
        var attempted = delivery.attempted();
        var reason = ReplyText.of("the mail could not be written: " + failure);
        var later = new Reply.Deferred(reason);
        return Judged.of(attempted, attempted.after(later, now));
    }

    private Set<String> suppressed(List<Delivery> claimed, Map<DeliveryId, Mail> mails) {
        var addresses =
                claimed.stream()
                        .filter(delivery ->
                                delivery.kind().lane() != Lane.CODES && !delivery.insisted())
                        .map(delivery -> mails.get(delivery.id()))
                        .filter(Objects::nonNull)
                        .map(mail -> mail.to().address())
                        .collect(toSet());
        if (addresses.isEmpty()) {
            return Set.of();
        }
        var found = suppressions.among(addresses).block(DATABASE_ANSWERS_WITHIN);
        return found == null ? Set.of() : found;
    }
}

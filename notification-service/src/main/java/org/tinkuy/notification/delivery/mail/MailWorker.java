package org.tinkuy.notification.delivery.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.ConcludeAttempt;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryQueue;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.Outcome;
import org.tinkuy.notification.delivery.Verdict;

/// Hands the deliveries of a lane to the mail server, one after the other over one connection.
///
/// It blocks its own thread, and holds no transaction while it talks to the mail server.
@Component
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int AT_ONCE = 10;

    enum Round {
        IDLE,
        WORKED,
        UNREACHABLE
    }

    private final DeliveryQueue queue;
    private final ConcludeAttempt attempts;
    private final MailSources sources;
    private final MailFrom from;
    private final MailServer server;
    private final MailTraces traces;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    MailWorker(
            DeliveryQueue queue,
            ConcludeAttempt attempts,
            MailSources sources,
            MailFrom from,
            MailServer server,
            MailTraces traces,
            DeliveryMetrics metrics,
            Clock clock) {
        this.queue = queue;
        this.attempts = attempts;
        this.sources = sources;
        this.from = from;
        this.server = server;
        this.traces = traces;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// Claims some of what is due and deals with it.
    Round round(long epoch, Lane lane, BooleanSupplier goOn) {
        if (lane == Lane.NOTICES) {
            queue.release(clock.instant()).block(DATABASE_ANSWERS_WITHIN);
        }
        var claimed =
                queue.claim(epoch, lane, AT_ONCE, clock.instant()).block(DATABASE_ANSWERS_WITHIN);
        if (claimed == null || claimed.isEmpty()) {
            return Round.IDLE;
        }
        var mails = sources.gather(claimed, clock.instant());
        try (var line = new Line()) {
            for (var i = 0; i < claimed.size(); i++) {
                if (!goOn.getAsBoolean()) {
                    giveBack(epoch, claimed.subList(i, claimed.size()), "the service stopped");
                    return Round.WORKED;
                }
                try {
                    line.open();
                } catch (MailServer.Unreachable e) {
                    LOG.warn("The mail server cannot be reached: {}", e.reason());
                    giveBack(epoch, claimed.subList(i, claimed.size()), e.reason());
                    return Round.UNREACHABLE;
                }
                var delivery = claimed.get(i);
                var mail = mails.get(delivery.id());
                traces.during(delivery, () -> deliver(epoch, delivery, mail, line));
            }
        }
        return Round.WORKED;
    }

    private void deliver(long epoch, Delivery delivery, @Nullable Mail mail, Line line) {
        var now = clock.instant();
        if (delivery.isExpired(now)) {
            conclude(epoch, delivery, new Verdict.Expired(now, "too late to be of use"));
            return;
        }
        if (mail == null) {
            conclude(epoch, delivery, new Verdict.Expired(now, "overtaken by a later change"));
            return;
        }
        var message = message(epoch, delivery, mail);
        if (message == null || !begin(epoch, delivery)) {
            return;
        }
        var begun = delivery.attempted();
        var outcome = line.send(message);
        if (outcome instanceof Outcome.Unknown) {
            metrics.countUnknown(begun);
        }
        conclude(epoch, begun.counting(outcome), begun.after(outcome, clock.instant()));
    }

    private @Nullable MailMessage message(long epoch, Delivery delivery, Mail mail) {
        try {
            return MailMessage.of(delivery.id(), mail, from, server.session(), clock.instant());
        } catch (MessagingException e) {
            var refused = new Outcome.Refused("no address that mail can be sent to");
            conclude(epoch, delivery, delivery.after(refused, clock.instant()));
        } catch (RuntimeException e) {
            LOG.error("Delivery {} cannot be written", delivery.id().value(), e);
            var later = new Outcome.Deferred("the mail could not be written: " + e);
            var attempted = delivery.attempted();
            conclude(epoch, attempted, attempted.after(later, clock.instant()));
        }
        return null;
    }

    private boolean begin(long epoch, Delivery delivery) {
        return Boolean.TRUE.equals(
                queue.begin(epoch, delivery.id()).block(DATABASE_ANSWERS_WITHIN));
    }

    private void conclude(long epoch, Delivery delivery, Verdict verdict) {
        var counted = attempts.conclude(epoch, delivery, verdict).block(DATABASE_ANSWERS_WITHIN);
        if (Boolean.TRUE.equals(counted)) {
            metrics.count(delivery, verdict);
        } else {
            LOG.warn(
                    "Delivery {} was taken over by another worker before it was known to be {}",
                    delivery.id().value(),
                    verdict);
        }
    }

    private void giveBack(long epoch, List<Delivery> rest, String reason) {
        queue.giveBack(epoch, rest.stream().map(Delivery::id).toList(), reason)
                .block(DATABASE_ANSWERS_WITHIN);
    }

    /// The connection of one round, renewed after anything but a success.
    private final class Line implements AutoCloseable {

        private MailServer.@Nullable Connection connection;

        void open() throws MailServer.Unreachable {
            if (connection == null) {
                connection = server.connect();
            }
        }

        Outcome send(MailMessage message) {
            var open = Objects.requireNonNull(connection);
            var outcome = open.send(message);
            if (!(outcome instanceof Outcome.Accepted)) {
                close();
            }
            return outcome;
        }

        @Override
        public void close() {
            var open = connection;
            connection = null;
            if (open != null) {
                open.close();
            }
        }
    }
}

package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;

/// Asks for each delivery the feature that owns its kind.
@Component
class MailSources {

    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final Map<DeliveryKind, MailSource> sources = new EnumMap<>(DeliveryKind.class);

    MailSources(List<MailSource> sources) {
        for (var source : sources) {
            for (var kind : source.kinds()) {
                if (this.sources.put(kind, source) != null) {
                    throw new IllegalStateException(kind + " has two sources");
                }
            }
        }
    }

    /// Absent are those with nothing left to say.
    Map<DeliveryId, Mail> gather(List<Delivery> batch, Instant now) {
        var mails = new HashMap<DeliveryId, Mail>();
        batch.stream()
                .collect(Collectors.groupingBy(delivery -> of(delivery.kind())))
                .forEach((source, deliveries) ->
                        mails.putAll(
                                Objects.requireNonNull(
                                        source.gather(deliveries, now)
                                                .block(DATABASE_ANSWERS_WITHIN))));
        return mails;
    }

    private MailSource of(DeliveryKind kind) {
        var source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("nobody writes mails of kind " + kind.label());
        }
        return source;
    }
}

package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.RecipientSource;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Mono;

/// What is sent to a list goes to its subscriptions, attendee or not; also to those who have left
/// it since.
@Repository
class Subscribers implements RecipientSource {

    private final DatabaseClient database;
    private final Recipients recipients;

    Subscribers(DatabaseClient database, Recipients recipients) {
        this.database = database;
        this.recipients = recipients;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return Set.of(DeliveryKind.CAMPAIGN, DeliveryKind.SUBSCRIPTION_CONFIRMATION);
    }

    @Override
    public Mono<Map<RecipientId, Addressee>> addressees(Collection<RecipientId> ids) {
        return database.sql(
                        """
                        select id, address, language, time_zone from subscriptions
                        where id = any(:ids)
                        """)
                .bind("ids", ids.stream().map(RecipientId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                new RecipientId(Columns.need(row, "id", UUID.class)),
                                addressee(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(this::named);
    }

    /// Also of those who have left since: their consent is kept.
    @Override
    public Mono<Set<String>> confirmed(Collection<String> addresses) {
        return database.sql(
                        """
                        select distinct address from subscriptions
                        where address = any(:addresses) and confirmed_at is not null
                        """)
                .bind("addresses", addresses.toArray(String[]::new))
                .map(row -> Columns.need(row, "address", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<Map<RecipientId, Addressee>> named(Map<RecipientId, Addressee> people) {
        return recipients
                .names(people.values().stream().map(Addressee::address).toList())
                .map(names -> {
                    var named = new HashMap<RecipientId, Addressee>();
                    people.forEach((id, who) -> named.put(id, who(who, names.get(who.address()))));
                    return named;
                });
    }

    private static Addressee who(Addressee to, @Nullable String name) {
        return new Addressee(to.address(), name, to.language(), to.timeZone());
    }

    private static Addressee addressee(Readable row) {
        return new Addressee(
                Columns.need(row, "address", String.class),
                null,
                Language.orSpanish(Columns.need(row, "language", String.class)),
                Columns.zone(row, "time_zone"));
    }
}

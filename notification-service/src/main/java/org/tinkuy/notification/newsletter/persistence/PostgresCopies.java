package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Language;
import reactor.core.publisher.Flux;

@Repository
class PostgresCopies implements Copies {

    private final DatabaseClient database;

    PostgresCopies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Copy> copies(List<Delivery> batch) {
        return database.sql(
                        """
                        select d.id as delivery_id, c.id as campaign_id, s.address, s.language,
                            s.time_zone, s.unsubscribe_token, p.name
                        from delivery d
                        join campaign c on c.id = d.about[1] and c.state <> 'cancelled'
                        join subscription s on s.id = d.recipient_id and s.state = 'confirmed'
                        left join lateral (
                            select name from recipient
                            where recipient.address = s.address limit 1) p on true
                        where d.id = any(:ids)
                        """)
                .bind("ids", ids(batch))
                .map(row ->
                        new Copy(
                                delivery(row),
                                new CampaignId(Columns.need(row, "campaign_id", UUID.class)),
                                addressee(row),
                                token(row)))
                .all();
    }

    @Override
    public Flux<Test> tests(List<Delivery> batch) {
        return database.sql(
                        """
                        select d.id as delivery_id, t.campaign_id, t.language as written,
                            p.address, p.language, p.time_zone, p.name
                        from delivery d
                        join campaign_test t on t.delivery_id = d.id
                        join recipient p on p.id = d.recipient_id and not p.erased
                        where d.id = any(:ids)
                        """)
                .bind("ids", ids(batch))
                .map(row ->
                        new Test(
                                delivery(row),
                                new CampaignId(Columns.need(row, "campaign_id", UUID.class)),
                                addressee(row),
                                Language.of(Columns.need(row, "written", String.class))))
                .all();
    }

    @Override
    public Flux<Question> questions(List<Delivery> batch) {
        return database.sql(
                        """
                        select d.id as delivery_id, r.id as request_id, s.address, r.language,
                            r.time_zone, null::text as name, s.unsubscribe_token,
                            s.state = 'confirmed' as subscribed,
                            g.id, g.slug, g.title, g.newsletter
                        from delivery d
                        join subscription_request r on r.id = d.about[1]
                        join subscription s on s.id = r.subscription_id
                        join programme g on g.id = s.programme_id and g.newsletter is not null
                        where d.id = any(:ids)
                        """)
                .bind("ids", ids(batch))
                .map(row ->
                        new Question(
                                delivery(row),
                                Columns.need(row, "request_id", UUID.class),
                                PostgresNewsletters.newsletter(row),
                                addressee(row),
                                Columns.need(row, "subscribed", Boolean.class),
                                token(row)))
                .all();
    }

    private static UUID[] ids(List<Delivery> batch) {
        return batch.stream().map(delivery -> delivery.id().value()).toArray(UUID[]::new);
    }

    private static DeliveryId delivery(Readable row) {
        return new DeliveryId(Columns.need(row, "delivery_id", UUID.class));
    }

    private static UnsubscribeToken token(Readable row) {
        return new UnsubscribeToken(Columns.need(row, "unsubscribe_token", String.class));
    }

    private static Addressee addressee(Readable row) {
        var zone = row.get("time_zone", String.class);
        return new Addressee(
                Columns.need(row, "address", String.class),
                row.get("name", String.class),
                Language.of(Columns.need(row, "language", String.class)),
                zone == null ? null : ZoneId.of(zone));
    }
}

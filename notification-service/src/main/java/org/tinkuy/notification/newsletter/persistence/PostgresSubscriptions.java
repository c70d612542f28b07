package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.newsletter.Consent;
import org.tinkuy.notification.newsletter.SubscriptionId;
import org.tinkuy.notification.newsletter.SubscriptionRequest;
import org.tinkuy.notification.newsletter.Subscriptions;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

@Repository
class PostgresSubscriptions implements Subscriptions {

    private static final String SUBSCRIPTION = " id, programme_id, language, version ";

    private final DatabaseClient database;

    PostgresSubscriptions(DatabaseClient database) {
        this.database = database;
    }

    /// Two requests that arrive together would both count the same mails.
    @Override
    public Mono<Integer> mailedSince(EmailAddress address, Instant since) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .bind("address", "newsletter " + address.value())
                .then()
                .then(
                        database.sql(
                                        """
                                        select count(*)::int as mailed
                                        from subscriptions s
                                        join subscription_requests r on r.subscription_id = s.id
                                        where s.address = :address and r.asked_at > :since
                                        """)
                                .bind("address", address.value())
                                .bind("since", since)
                                .map(row -> Columns.need(row, "mailed", Integer.class))
                                .one());
    }

    @Override
    public Mono<SubscriptionId> ask(SubscriptionRequest request, UnsubscribeToken ifNew) {
        return database.sql(
                        """
                        with asked as (
                            insert into subscriptions (id, programme_id, address, language,
                                time_zone, state, unsubscribe_token, asked_at)
                            values (uuidv7(), :programme, :address, :language,
                                :time_zone, 'pending', :token, :at)
                            on conflict (programme_id, address) do update
                                set asked_at = excluded.asked_at
                            returning id),
                        request as (
                            insert into subscription_requests (id, subscription_id, language,
                                time_zone, asked_at, expires_at)
                            select :request, id, :language, :time_zone, :at, :expires_at from asked),
                        logged as (
                            insert into consents (subscription_id, what, how, version, language, at)
                            select id, 'asked', 'form', :consent, :language, :at from asked)
                        select id from asked
                        """)
                .bind("programme", request.programme().value())
                .bind("address", request.address().value())
                .bind("language", request.language().tag())
                .bind("time_zone", Columns.zone(request.timeZone()))
                .bind("token", ifNew.text())
                .bind("at", request.askedAt())
                .bind("request", request.id())
                .bind("expires_at", request.expiresAt())
                .bind("consent", request.consent())
                .map(row -> new SubscriptionId(Columns.need(row, "id", UUID.class)))
                .one();
    }

    /// Confirming again, by this or another mail's link, changes neither the time nor the version.
    @Override
    public Mono<Confirmed> confirm(UUID request, Instant now) {
        return database.sql(
                        """
                        update subscriptions s set
                            state = 'confirmed',
                            language = r.language,
                            time_zone = coalesce(r.time_zone, s.time_zone),
                            confirmed_at =
                                case when s.state = 'confirmed' then s.confirmed_at else :now end,
                            unsubscribed_at = null,
                            version = s.version + case when s.state = 'confirmed' then 0 else 1 end
                        from subscription_requests r
                        where r.id = :request and r.expires_at > :now and s.id = r.subscription_id
                          -- a link from before a farewell does not undo it
                          and (s.unsubscribed_at is null or r.asked_at > s.unsubscribed_at)
                        returning s.id, s.programme_id, s.language, s.version, s.address,
                            old.state <> 'confirmed' as newly
                        """)
                .bind("request", request)
                .bind("now", now)
                .map(row ->
                        new Confirmed(
                                subscription(row),
                                Columns.need(row, "address", String.class),
                                Columns.need(row, "newly", Boolean.class)))
                .one();
    }

    @Override
    public Mono<Linked> requested(UUID request, Instant now) {
        return database.sql(
                        """
                        select s.programme_id, s.address, s.state = 'confirmed' as confirmed, false as ended
                        from subscription_requests r join subscriptions s on s.id = r.subscription_id
                        where r.id = :request and r.expires_at > :now
                          and (s.unsubscribed_at is null or r.asked_at > s.unsubscribed_at)
                        """)
                .bind("request", request)
                .bind("now", now)
                .map(PostgresSubscriptions::link)
                .one();
    }

    @Override
    public Mono<Linked> linked(UnsubscribeToken token) {
        return database.sql(
                        """
                        select programme_id, address, state = 'confirmed' as confirmed,
                            state = 'unsubscribed' as ended
                        from subscriptions where unsubscribe_token = :token
                        """)
                .bind("token", token.text())
                .map(PostgresSubscriptions::link)
                .one();
    }

    @Override
    public Mono<Subscription> find(UnsubscribeToken token) {
        return database.sql(
                        "select"
                                + SUBSCRIPTION
                                + "from subscriptions where unsubscribe_token = :token")
                .bind("token", token.text())
                .map(PostgresSubscriptions::subscription)
                .one();
    }

    @Override
    public Mono<Subscription> find(ProgrammeId programme, EmailAddress address) {
        return database.sql(
                        "select"
                                + SUBSCRIPTION
                                + """
                                from subscriptions
                                where programme_id = :programme and address = :address
                                """)
                .bind("programme", programme.value())
                .bind("address", address.value())
                .map(PostgresSubscriptions::subscription)
                .one();
    }

    @Override
    public Mono<Subscription> end(SubscriptionId id, Instant now) {
        return database.sql(
                        """
                        update subscriptions set
                            state = 'unsubscribed',
                            unsubscribed_at = :now,
                            version = version + 1
                        where id = :id and state <> 'unsubscribed'
                        returning\
                        """
                                + SUBSCRIPTION)
                .bind("id", id.value())
                .bind("now", now)
                .map(PostgresSubscriptions::subscription)
                .one();
    }

    @Override
    public Mono<Void> follow(Collection<Addressee> readers) {
        var people = List.copyOf(readers);
        return database.sql(
                        """
                        update subscriptions s set
                            language = reader.language,
                            time_zone = coalesce(reader.time_zone, s.time_zone)
                        from unnest(
                            cast(:addresses as text[]), cast(:languages as text[]),
                            cast(:time_zones as text[])) as reader (address, language, time_zone)
                        where s.address = reader.address
                        """)
                .bind("addresses", Columns.array(people, Addressee::address, String[]::new))
                .bind("languages", Columns.array(people, it -> it.language().tag(), String[]::new))
                .bind(
                        "time_zones",
                        Columns.array(people, it -> Columns.text(it.timeZone()), String[]::new))
                .then();
    }

    @Override
    public Mono<Void> log(Consent consent) {
        return database.sql(
                        """
                        insert into consents (subscription_id, what, how, version, language, at)
                        values (:subscription, :what, :how, :version, :language, :at)
                        """)
                .bind("subscription", consent.subscription().value())
                .bind("what", label(consent.what()))
                .bind("how", label(consent.how()))
                .bind("version", Columns.nullable(String.class, consent.version()))
                .bind("language", consent.language().tag())
                .bind("at", consent.at())
                .then();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Mono<Size> size(ProgrammeId programme, Set<String> suppressed) {
        return database.sql(
                        """
                        select count(*) filter (where state = 'confirmed') as confirmed,
                            count(*) filter (where state = 'pending') as pending,
                            count(*) filter (
                                where state = 'confirmed' and address = any(:suppressed))
                                as suppressed
                        from subscriptions where programme_id = :programme
                        """)
                .bind("programme", programme.value())
                .bind("suppressed", suppressed.toArray(String[]::new))
                .map(row ->
                        new Size(
                                Columns.need(row, "confirmed", Long.class),
                                Columns.need(row, "pending", Long.class),
                                Columns.need(row, "suppressed", Long.class)))
                .one();
    }

    private static Linked link(Readable row) {
        return new Linked(
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                Columns.need(row, "address", String.class),
                Columns.need(row, "confirmed", Boolean.class),
                Columns.need(row, "ended", Boolean.class));
    }

    private static Subscription subscription(Readable row) {
        return new Subscription(
                new SubscriptionId(Columns.need(row, "id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                Language.orSpanish(Columns.need(row, "language", String.class)),
                Columns.need(row, "version", Long.class));
    }
}

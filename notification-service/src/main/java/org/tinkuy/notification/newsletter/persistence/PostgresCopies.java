package org.tinkuy.notification.newsletter.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Suppressions;
import org.tinkuy.notification.newsletter.CampaignCopies;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.Newsletters;
import org.tinkuy.notification.newsletter.UnsubscribeToken;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a delivery is about leads to a campaign or a request, and its recipient to a subscription.
@Repository
class PostgresCopies implements Copies {

    private static final String BATCH =
            """
             from unnest(
                cast(:ids as uuid[]), cast(:abouts as uuid[]), cast(:recipients as uuid[]))
                as d (id, about, recipient_id)
            """;

    private final DatabaseClient database;
    private final Recipients recipients;
    private final Newsletters newsletters;
    private final Suppressions suppressions;

    PostgresCopies(
            DatabaseClient database,
            Recipients recipients,
            Newsletters newsletters,
            Suppressions suppressions) {
        this.database = database;
        this.recipients = recipients;
        this.newsletters = newsletters;
        this.suppressions = suppressions;
    }

    @Override
    public Flux<Copy> copies(List<Delivery> batch) {
        return of(
                        """
                        select d.id as delivery_id, c.id as campaign_id, s.address, s.language,
                            s.time_zone, s.unsubscribe_token
                        """
                                + BATCH
                                + """
                                join campaigns c on c.id = d.about and c.state <> 'cancelled'
                                join subscriptions s
                                    on s.id = d.recipient_id and s.state = 'confirmed'
                                """,
                        batch)
                .map(row ->
                        new Copy(
                                delivery(row),
                                new CampaignId(Columns.need(row, "campaign_id", UUID.class)),
                                addressee(row),
                                token(row)))
                .all()
                .collectList()
                .flatMapMany(this::named);
    }

    private Flux<Copy> named(List<Copy> copies) {
        return recipients
                .names(copies.stream().map(copy -> copy.to().address()).toList())
                .flatMapIterable(names ->
                        copies.stream()
                                .map(copy ->
                                        new Copy(
                                                copy.delivery(),
                                                copy.campaign(),
                                                named(copy.to(), names.get(copy.to().address())),
                                                copy.token()))
                                .toList());
    }

    private static Addressee named(Addressee to, @Nullable String name) {
        return new Addressee(to.address(), name, to.language(), to.timeZone());
    }

    @Override
    public Flux<Test> tests(List<Delivery> batch) {
        return recipients
                .addressees(batch.stream().map(Delivery::recipient).collect(Collectors.toSet()))
                .flatMapIterable(people ->
                        batch.stream()
                                .filter(test -> people.containsKey(test.recipient()))
                                .map(test ->
                                        new Test(
                                                test.id(),
                                                new CampaignId(test.about().getFirst()),
                                                requireNonNull(people.get(test.recipient())),
                                                CampaignCopies.languageOf(test)))
                                .toList());
    }

    /// What is asked, before it is known of which newsletter.
    private record Asked(
            DeliveryId delivery,
            UUID request,
            ProgrammeId programme,
            Addressee to,
            boolean subscribed,
            UnsubscribeToken token) {

        Asked unreached() {
            return new Asked(delivery, request, programme, to, false, token);
        }
    }

    @Override
    public Flux<Question> questions(List<Delivery> batch) {
        return of(
                        """
                        select d.id as delivery_id, r.id as request_id, s.programme_id, s.address,
                            r.language, r.time_zone, s.unsubscribe_token,
                            s.state = 'confirmed' as subscribed
                        """
                                + BATCH
                                + """
                                join subscription_requests r on r.id = d.about
                                join subscriptions s on s.id = r.subscription_id
                                """,
                        batch)
                .map(row ->
                        new Asked(
                                delivery(row),
                                Columns.need(row, "request_id", UUID.class),
                                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                                addressee(row),
                                Columns.need(row, "subscribed", Boolean.class),
                                token(row)))
                .all()
                .collectList()
                .flatMap(this::withoutUnreached)
                .flatMapMany(asked ->
                        offered(asked.stream().map(Asked::programme).collect(Collectors.toSet()))
                                .flatMapIterable(offered -> questions(asked, offered)));
    }

    /// Who is on the list, and whose address is not mailed any more, is asked like anybody else: by
    /// the link they can prove that mail reaches them.
    private Mono<List<Asked>> withoutUnreached(List<Asked> asked) {
        return suppressions
                .among(asked.stream().map(one -> one.to().address()).toList())
                .map(suppressed ->
                        asked.stream()
                                .map(one ->
                                        suppressed.contains(one.to().address())
                                                ? one.unreached()
                                                : one)
                                .toList());
    }

    private Mono<Map<ProgrammeId, Newsletter>> offered(Collection<ProgrammeId> programmes) {
        return Flux.fromIterable(programmes)
                .concatMap(newsletters::of)
                .collectMap(Newsletter::programme);
    }

    private static List<Question> questions(
            List<Asked> asked, Map<ProgrammeId, Newsletter> offered) {
        return asked.stream()
                .filter(one -> offered.containsKey(one.programme()))
                .map(one ->
                        new Question(
                                one.delivery(),
                                one.request(),
                                requireNonNull(offered.get(one.programme())),
                                one.to(),
                                one.subscribed(),
                                one.token()))
                .toList();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, List<Delivery> batch) {
        return database.sql(sql)
                .bind("ids", batch.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .bind(
                        "abouts",
                        batch.stream().map(it -> it.about().getFirst()).toArray(UUID[]::new))
                .bind(
                        "recipients",
                        batch.stream().map(it -> it.recipient().value()).toArray(UUID[]::new));
    }

    private static DeliveryId delivery(Readable row) {
        return new DeliveryId(Columns.need(row, "delivery_id", UUID.class));
    }

    private static UnsubscribeToken token(Readable row) {
        return new UnsubscribeToken(Columns.need(row, "unsubscribe_token", String.class));
    }

    private static Addressee addressee(Readable row) {
        return new Addressee(
                Columns.need(row, "address", String.class),
                null,
                Language.orSpanish(Columns.need(row, "language", String.class)),
                Columns.zone(row, "time_zone"));
    }
}

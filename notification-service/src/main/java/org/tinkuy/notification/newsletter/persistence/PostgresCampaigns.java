package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.HeldCopies;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.PauseReason;
import org.tinkuy.notification.newsletter.SendingRate;
import org.tinkuy.notification.newsletter.SubscriptionId;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Repository
class PostgresCampaigns implements Campaigns, HeldCopies {

    private static final TypeReference<Map<String, CampaignWords>> WORDS = new TypeReference<>() {};

    private static final String CAMPAIGN =
            " id, programme_id, state, words, rate, created_at, started_at, ended_at, recipients,"
                    + " pause_reason, reply_to ";

    private final DatabaseClient database;

    PostgresCampaigns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Campaign> find(CampaignId id) {
        return database.sql("select" + CAMPAIGN + "from campaigns where id = :id")
                .bind("id", id.value())
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Flux<Campaign> latest(@Nullable Set<UUID> programmes, @Nullable UUID before, int limit) {
        return database.sql(
                        "select"
                                + CAMPAIGN
                                + """
                                from campaigns
                                where (cast(:before as uuid) is null or id < :before)
                                  and (cast(:programmes as uuid[]) is null
                                       or programme_id = any(:programmes))
                                order by id desc
                                limit :limit
                                """)
                .bind("before", Columns.nullable(UUID.class, before))
                .bind(
                        "programmes",
                        Columns.nullable(
                                UUID[].class,
                                programmes == null ? null : programmes.toArray(UUID[]::new)))
                .bind("limit", limit)
                .map(PostgresCampaigns::campaign)
                .all();
    }

    @Override
    public Mono<Campaign> add(
            ProgrammeId programme, CampaignDraft draft, UUID author, Instant now) {
        return database.sql(
                        """
                        insert into campaigns (id, programme_id, state, words, rate, reply_to,
                            author_id, created_at)
                        values (uuidv7(), :programme, 'draft', cast(:words as jsonb), :rate,
                            :reply_to, :author, :now)
                        returning\
                        """
                                + CAMPAIGN)
                .bind("programme", programme.value())
                .bind("words", json(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("reply_to", replyTo(draft))
                .bind("author", author)
                .bind("now", now)
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> rewrite(CampaignId id, CampaignDraft draft) {
        return database.sql(
                        """
                        update campaigns set words = cast(:words as jsonb), rate = :rate,
                            reply_to = :reply_to
                        where id = :id and state = 'draft'
                        returning\
                        """
                                + CAMPAIGN)
                .bind("words", json(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("reply_to", replyTo(draft))
                .bind("id", id.value())
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> start(CampaignId id, Instant now) {
        return database.sql(
                        """
                        update campaigns c set
                            state = 'sending',
                            started_at = :now,
                            next_slot = :now,
                            recipients = (
                                select count(*) from subscriptions s
                                where s.programme_id = c.programme_id
                                  and s.state = 'confirmed' and s.confirmed_at <= :now)
                        where id = :id and state = 'draft'
                        returning\
                        """
                                + CAMPAIGN)
                .bind("now", now)
                .bind("id", id.value())
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> become(CampaignState next, Set<CampaignState> from, CampaignId id) {
        return database.sql(
                        """
                        update campaigns set state = :next, pause_reason = null
                        where id = :id and state = any(:from)
                        returning\
                        """
                                + CAMPAIGN)
                .bind("next", next.label())
                .bind("id", id.value())
                .bind("from", from.stream().map(CampaignState::label).toArray(String[]::new))
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Flux<CampaignId> underway() {
        return database.sql(
                        """
                        select id from campaigns
                        where ended_at is null and state <> 'draft' order by id
                        """)
                .map(row -> new CampaignId(Columns.need(row, "id", UUID.class)))
                .all();
    }

    @Override
    public Mono<Underway> take(CampaignId id) {
        return database.sql(
                        "select"
                                + CAMPAIGN
                                + """
                                , coalesce(next_slot, created_at) as next_slot,
                                    coalesce(judged_from, started_at, created_at) as judged_from,
                                    complete
                                from campaigns
                                where id = :id and ended_at is null and state <> 'draft'
                                for update skip locked
                                """)
                .bind("id", id.value())
                .map(row ->
                        new Underway(
                                campaign(row),
                                Columns.need(row, "next_slot", Instant.class),
                                Columns.need(row, "judged_from", Instant.class),
                                Columns.need(row, "complete", Boolean.class)))
                .one();
    }

    @Override
    public Mono<Set<UUID>> heldNow() {
        return database.sql(
                        """
                        select id from campaigns where state = 'paused' and ended_at is null
                        order by id for share
                        """)
                .map(row -> Columns.need(row, "id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /// The campaign's own row is not joined: what the index holds in order would be sorted anew,
    /// from where the list stands to its end, for every step.
    @Override
    public Mono<List<SubscriptionId>> next(Campaign campaign, int copies) {
        return database.sql(
                        """
                        select id from subscriptions
                        where programme_id = :programme and state = 'confirmed'
                          and confirmed_at <=
                              (select started_at from campaigns where id = :campaign)
                          and id > coalesce(
                              (select reached from campaigns where id = :campaign),
                              '00000000-0000-0000-0000-000000000000')
                        order by id
                        limit :copies
                        """)
                .bind("campaign", campaign.id().value())
                .bind("programme", campaign.programme().value())
                .bind("copies", copies)
                .map(row -> new SubscriptionId(Columns.need(row, "id", UUID.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> turn(
            CampaignId id, @Nullable SubscriptionId last, boolean complete, Instant nextSlot) {
        return database.sql(
                        """
                        update campaigns set
                            reached = coalesce(:last, reached),
                            complete = :complete,
                            next_slot = :next_slot
                        where id = :id
                        """)
                .bind("last", Columns.nullable(UUID.class, last == null ? null : last.value()))
                .bind("complete", complete)
                .bind("next_slot", nextSlot)
                .bind("id", id.value())
                .then();
    }

    @Override
    public Mono<Void> goOnAt(CampaignId id, Instant nextSlot, Instant judgedFrom) {
        return database.sql(
                        """
                        update campaigns set next_slot = :next_slot, judged_from = :judged_from
                        where id = :id
                        """)
                .bind("next_slot", nextSlot)
                .bind("judged_from", judgedFrom)
                .bind("id", id.value())
                .then();
    }

    @Override
    public Mono<Void> end(CampaignId id, Instant now) {
        return database.sql(
                        """
                        update campaigns set
                            state = case when state = 'sending' then 'finished' else state end,
                            ended_at = :now
                        where id = :id
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .then();
    }

    @Override
    public Mono<Boolean> delete(CampaignId id) {
        return database.sql("delete from campaigns where id = :id and state = 'draft'")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> pause(CampaignId id, PauseReason because) {
        return database.sql(
                        """
                        update campaigns set state = 'paused', pause_reason = cast(:reason as jsonb)
                        where id = :id and state = 'sending'
                        """)
                .bind("reason", Columns.JSON.writeValueAsString(because))
                .bind("id", id.value())
                .then();
    }

    private static @Nullable PauseReason pauseReason(@Nullable String json) {
        return json == null ? null : Columns.JSON.readValue(json, PauseReason.class);
    }

    private static Parameter replyTo(CampaignDraft draft) {
        var to = draft.replyTo();
        return Columns.nullable(String.class, to == null ? null : to.value());
    }

    private static @Nullable EmailAddress replyTo(Readable row) {
        var to = row.get("reply_to", String.class);
        return to == null ? null : EmailAddress.parse(to).orElseThrow();
    }

    private static String json(CampaignDraft draft) {
        var byTag = new TreeMap<String, CampaignWords>();
        draft.words().forEach((language, words) -> byTag.put(language.tag(), words));
        return Columns.JSON.writeValueAsString(byTag);
    }

    private static Campaign campaign(Readable row) {
        var words = new EnumMap<Language, CampaignWords>(Language.class);
        Columns.JSON
                .readValue(Columns.need(row, "words", String.class), WORDS)
                .forEach((tag, written) -> words.put(Language.orSpanish(tag), written));
        return new Campaign(
                new CampaignId(Columns.need(row, "id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                CampaignState.labelled(Columns.need(row, "state", String.class)),
                new CampaignDraft(
                        words,
                        new SendingRate(Columns.need(row, "rate", Integer.class)),
                        replyTo(row)),
                Columns.need(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("recipients", Integer.class),
                pauseReason(row.get("pause_reason", String.class)));
    }
}

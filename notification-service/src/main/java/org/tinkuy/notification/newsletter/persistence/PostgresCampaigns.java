package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.Progress;
import org.tinkuy.notification.newsletter.SendingRate;
import org.tinkuy.notification.people.Language;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Repository
class PostgresCampaigns implements Campaigns {

    private static final TypeReference<Map<String, CampaignWords>> WORDS = new TypeReference<>() {};

    private static final String CAMPAIGN =
            " id, programme_id, state, words, rate, created_at, started_at, ended_at, recipients ";

    private static final Duration MEASURED_OVER = Duration.ofSeconds(10);
    private static final Duration TEST_IS_USEFUL_FOR = Duration.ofHours(6);

    private final DatabaseClient database;

    PostgresCampaigns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Campaign> find(CampaignId id) {
        return database.sql("select" + CAMPAIGN + "from campaign where id = :id")
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
                                from campaign
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
                        insert into campaign (id, programme_id, state, words, rate, author_id,
                            created_at)
                        values (uuidv7(), :programme, 'draft', cast(:words as jsonb), :rate,
                            :author, :now)
                        returning\
                        """
                                + CAMPAIGN)
                .bind("programme", programme.value())
                .bind("words", json(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("author", author)
                .bind("now", now)
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> rewrite(CampaignId id, CampaignDraft draft) {
        return database.sql(
                        """
                        update campaign set words = cast(:words as jsonb), rate = :rate
                        where id = :id and state = 'draft'
                        returning\
                        """
                                + CAMPAIGN)
                .bind("words", json(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("id", id.value())
                .map(PostgresCampaigns::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> start(CampaignId id, Instant now) {
        return database.sql(
                        """
                        update campaign c set
                            state = 'sending',
                            started_at = :now,
                            next_slot = :now,
                            recipients = (
                                select count(*) from subscription s
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
                        update campaign set state = :next
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
    public Mono<Void> hold(CampaignId id) {
        return database.sql(
                        """
                        update delivery set state = 'paused'
                        where kind = 'campaign' and about[1] = :id and state = 'ready'
                        """)
                .bind("id", id.value())
                .then();
    }

    /// Spread anew, so that what was held back does not go at once.
    @Override
    public Mono<Void> release(Campaign campaign, Instant now) {
        return database.sql(
                        """
                        with held as (
                            select id, row_number() over (order by next_attempt_at, id) - 1 as place
                            from delivery
                            where kind = 'campaign' and about[1] = :id and state = 'paused'),
                        released as (
                            update delivery d set
                                state = 'ready',
                                next_attempt_at = greatest(d.next_attempt_at,
                                    :now + held.place * interval '1 second' / :rate),
                                expires_at = greatest(d.expires_at, :expires_at)
                            from held where held.id = d.id)
                        update campaign set next_slot =
                            :now + (select count(*) from held) * interval '1 second' / :rate
                        where id = :id
                        """)
                .bind("id", campaign.id().value())
                .bind("now", now)
                .bind("rate", campaign.draft().rate().perSecond())
                .bind("expires_at", now.plus(Campaign.COPY_IS_USEFUL_FOR))
                .then();
    }

    @Override
    public Mono<Progress> progress(Campaign campaign, Instant now) {
        return database.sql(
                        """
                        select count(*) filter (where state = 'sent') as sent,
                            count(*) filter (where state = 'failed') as failed,
                            count(*) filter (where state = 'unknown') as unknown,
                            count(*) filter (where state = 'expired') as expired,
                            count(*) filter (where state = 'sent' and ended_at > :since) as latest
                        from delivery where kind = 'campaign' and about[1] = :id
                        """)
                .bind("since", now.minus(MEASURED_OVER))
                .bind("id", campaign.id().value())
                .map(row -> progress(campaign, row))
                .one();
    }

    private static Progress progress(Campaign campaign, Readable row) {
        var sent = Columns.need(row, "sent", Long.class);
        var failed = Columns.need(row, "failed", Long.class);
        var unknown = Columns.need(row, "unknown", Long.class);
        var expired = Columns.need(row, "expired", Long.class);
        var recipients = campaign.recipients() == null ? 0 : campaign.recipients();
        return new Progress(
                recipients,
                Math.max(0, recipients - sent - failed - unknown - expired),
                sent,
                failed,
                unknown,
                expired,
                Columns.need(row, "latest", Long.class) / (double) MEASURED_OVER.toSeconds());
    }

    @Override
    public Mono<Void> test(
            Campaign campaign, Set<Language> languages, RecipientId organiser, Instant now) {
        var kind = DeliveryKind.CAMPAIGN_TEST;
        return database.sql(
                        """
                        with tested as materialized (
                            select uuidv7() as id, language from unnest(:languages) as language),
                        queued as (
                            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about,
                                programme_id, state, created_at, expires_at, next_attempt_at)
                            select id, :kind || '/' || id, :kind, :lane, :organiser, :about,
                                :programme, 'ready', :now, :expires_at, :now
                            from tested)
                        insert into campaign_test (delivery_id, campaign_id, language)
                        select id, :campaign, language from tested
                        """)
                .bind(
                        "languages",
                        languages.stream().sorted().map(Language::tag).toArray(String[]::new))
                .bind("kind", kind.label())
                .bind("lane", kind.lane().label())
                .bind("organiser", organiser.value())
                .bind("about", new UUID[] {campaign.id().value()})
                .bind("programme", campaign.programme().value())
                .bind("now", now)
                .bind("expires_at", now.plus(TEST_IS_USEFUL_FOR))
                .bind("campaign", campaign.id().value())
                .then();
    }

    @Override
    public Flux<Underway> underway() {
        return database.sql(
                        "select"
                                + CAMPAIGN
                                + """
                                , coalesce(next_slot, created_at) as next_slot, complete,
                                    (select count(*) from delivery d
                                     where d.kind = 'campaign' and d.about[1] = c.id
                                       and d.state in ('ready', 'claimed', 'sending')
                                       and d.attempts = 0) as waiting,
                                    (select count(*) from delivery d
                                     where d.kind = 'campaign' and d.about[1] = c.id
                                       and d.state in ('ready', 'paused', 'claimed', 'sending'))
                                        as open
                                from campaign c
                                where c.ended_at is null and c.state <> 'draft'
                                order by c.id
                                for update of c skip locked
                                """)
                .map(row ->
                        new Underway(
                                campaign(row),
                                Columns.need(row, "next_slot", Instant.class),
                                Columns.need(row, "waiting", Long.class),
                                Columns.need(row, "complete", Boolean.class),
                                Columns.need(row, "open", Long.class)))
                .all();
    }

    @Override
    public Mono<Integer> fanOut(Campaign campaign, int copies, Instant first) {
        var kind = DeliveryKind.CAMPAIGN;
        return database.sql(
                        """
                        with next as materialized (
                            select s.id, row_number() over (order by s.id) - 1 as place
                            from campaign c
                            join subscription s on s.programme_id = c.programme_id
                            where c.id = :campaign and s.state = 'confirmed'
                              and s.confirmed_at <= c.started_at
                              and (c.reached is null or s.id > c.reached)
                            order by s.id
                            limit :copies),
                        queued as (
                            insert into delivery (id, dedupe_key, kind, lane, recipient_id, about,
                                programme_id, state, created_at, expires_at, next_attempt_at)
                            select uuidv7(), :kind || '/' || :campaign || '/' || id, :kind, :lane,
                                id, :about, :programme, 'ready', :first, :expires_at,
                                :first + place * interval '1 second' / :rate
                            from next
                            on conflict (dedupe_key) do nothing),
                        moved as (
                            update campaign set
                                reached = coalesce(
                                    (select id from next order by id desc limit 1), reached),
                                complete = (select count(*) from next) < :copies,
                                next_slot = :first
                                    + (select count(*) from next) * interval '1 second' / :rate
                            where id = :campaign)
                        select count(*)::int as made from next
                        """)
                .bind("campaign", campaign.id().value())
                .bind("copies", copies)
                .bind("kind", kind.label())
                .bind("lane", kind.lane().label())
                .bind("about", new UUID[] {campaign.id().value()})
                .bind("programme", campaign.programme().value())
                .bind("first", first)
                .bind("expires_at", first.plus(Campaign.COPY_IS_USEFUL_FOR))
                .bind("rate", campaign.draft().rate().perSecond())
                .map(row -> Columns.need(row, "made", Integer.class))
                .one();
    }

    @Override
    public Mono<Void> end(CampaignId id, Instant now) {
        return database.sql(
                        """
                        update campaign set
                            state = case when state = 'sending' then 'finished' else state end,
                            ended_at = :now,
                            recipients = (select count(*) from delivery d
                                where d.kind = 'campaign' and d.about[1] = campaign.id)
                        where id = :id
                        """)
                .bind("now", now)
                .bind("id", id.value())
                .then();
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
                .forEach((tag, written) -> words.put(Language.of(tag), written));
        return new Campaign(
                new CampaignId(Columns.need(row, "id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                CampaignState.labelled(Columns.need(row, "state", String.class)),
                new CampaignDraft(words, new SendingRate(Columns.need(row, "rate", Integer.class))),
                Columns.need(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("recipients", Integer.class));
    }
}

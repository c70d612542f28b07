package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.HeldCopies;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.Campaigns;
import org.tinkuy.notification.newsletter.MessageAllowance;
import org.tinkuy.notification.newsletter.PauseReason;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresCampaigns implements Campaigns, HeldCopies {

    private final DatabaseClient database;
    private final CampaignReaders readers;

    PostgresCampaigns(DatabaseClient database, CampaignReaders readers) {
        this.database = database;
        this.readers = readers;
    }

    @Override
    public Mono<Campaign> find(CampaignId id) {
        return database.sql("select" + CampaignRow.COLUMNS + "from campaigns where id = :id")
                .bind("id", id.value())
                .map(CampaignRow::campaign)
                .one();
    }

    @Override
    public Flux<Campaign> latest(Those those, @Nullable UUID before, int limit) {
        return database.sql(
                        "select"
                                + CampaignRow.COLUMNS
                                + """
                                from campaigns
                                where (cast(:before as uuid) is null or id < :before)
                                  and case when waiting_too is null
                                      then cast(:issues_of as uuid[]) is null
                                          or programme_id = any(:issues_of)
                                      else cast(:messages_of as uuid[]) is null
                                          or programme_id = any(:messages_of) end
                                order by id desc
                                limit :limit
                                """)
                .bind("before", Columns.nullable(UUID.class, before))
                .bind("issues_of", ids(those.issuesOf()))
                .bind("messages_of", ids(those.messagesOf()))
                .bind("limit", limit)
                .map(CampaignRow::campaign)
                .all();
    }

    private static Parameter ids(@Nullable Set<UUID> programmes) {
        return Columns.nullable(
                UUID[].class, programmes == null ? null : programmes.toArray(UUID[]::new));
    }

    @Override
    public Mono<Campaign> add(
            ProgrammeId programme, CampaignDraft draft, UUID author, Instant now) {
        return database.sql(
                        """
                        insert into campaigns (id, programme_id, state, words, rate, reply_to,
                            of_session, of_event, waiting_too, author_id, created_at)
                        values (uuidv7(), :programme, 'draft', cast(:words as jsonb), :rate,
                            :reply_to, :of_session, :of_event, :waiting_too, :author, :now)
                        returning\
                        """
                                + CampaignRow.COLUMNS)
                .bind("programme", programme.value())
                .bind("words", CampaignRow.words(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("reply_to", CampaignRow.replyTo(draft))
                .bind("of_session", AudienceColumns.session(draft.audience()))
                .bind("of_event", AudienceColumns.event(draft.audience()))
                .bind("waiting_too", AudienceColumns.waitingToo(draft.audience()))
                .bind("author", author)
                .bind("now", now)
                .map(CampaignRow::campaign)
                .one();
    }

    @Override
    public Mono<Campaign> rewrite(CampaignId id, CampaignDraft draft) {
        return database.sql(
                        """
                        update campaigns set words = cast(:words as jsonb), rate = :rate,
                            reply_to = :reply_to, of_session = :of_session, of_event = :of_event,
                            waiting_too = :waiting_too
                        where id = :id and state = 'draft'
                        returning\
                        """
                                + CampaignRow.COLUMNS)
                .bind("words", CampaignRow.words(draft))
                .bind("rate", draft.rate().perSecond())
                .bind("reply_to", CampaignRow.replyTo(draft))
                .bind("of_session", AudienceColumns.session(draft.audience()))
                .bind("of_event", AudienceColumns.event(draft.audience()))
                .bind("waiting_too", AudienceColumns.waitingToo(draft.audience()))
                .bind("id", id.value())
                .map(CampaignRow::campaign)
                .one();
    }

    /// Messages of one programme are started one after the other: they are counted.
    @Override
    public Mono<Campaign> takeDraft(CampaignId id) {
        return database.sql(
                        """
                        select pg_advisory_xact_lock(
                            hashtextextended('messages ' || programme_id, 0))
                        from campaigns where id = :id and waiting_too is not null
                        """)
                .bind("id", id.value())
                .then()
                .then(
                        database.sql(
                                        "select"
                                                + CampaignRow.COLUMNS
                                                + "from campaigns"
                                                + " where id = :id and state = 'draft' for update")
                                .bind("id", id.value())
                                .map(CampaignRow::campaign)
                                .one());
    }

    @Override
    public Mono<Campaign> start(Campaign draft, UUID sender, Instant now) {
        return readers.count(draft, now)
                .flatMap(recipients ->
                        database.sql(
                                        """
                                        update campaigns set
                                            state = 'sending',
                                            started_at = :now,
                                            started_by = :sender,
                                            next_slot = :now,
                                            recipients = :recipients
                                        where id = :id and state = 'draft'
                                        returning\
                                        """
                                                + CampaignRow.COLUMNS)
                                .bind("now", now)
                                .bind("sender", sender)
                                .bind("recipients", recipients)
                                .bind("id", draft.id().value())
                                .map(CampaignRow::campaign)
                                .one());
    }

    @Override
    public Mono<MessageAllowance> messagesSince(
            ProgrammeId programme, Audience.Registered whom, Instant since) {
        return database.sql(
                        """
                        select count(*) as of_programme,
                            count(*) filter (where of_session = :of_session
                                or of_event = :of_event) as about_the_same
                        from campaigns
                        where programme_id = :programme and waiting_too is not null
                          and started_at > :since
                        """)
                .bind("programme", programme.value())
                .bind("of_session", AudienceColumns.session(whom))
                .bind("of_event", AudienceColumns.event(whom))
                .bind("since", since)
                .map(row ->
                        new MessageAllowance(
                                Columns.need(row, "about_the_same", Long.class),
                                Columns.need(row, "of_programme", Long.class)))
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
                                + CampaignRow.COLUMNS)
                .bind("next", next.label())
                .bind("id", id.value())
                .bind("from", from.stream().map(CampaignState::label).toArray(String[]::new))
                .map(CampaignRow::campaign)
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
                                + CampaignRow.COLUMNS
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
                                CampaignRow.campaign(row),
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

    @Override
    public Mono<List<RecipientId>> next(Campaign campaign, int copies) {
        return readers.next(campaign, copies);
    }

    @Override
    public Mono<Void> turn(
            CampaignId id, @Nullable RecipientId last, boolean complete, Instant nextSlot) {
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
}

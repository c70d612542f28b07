package org.tinkuy.notification.newsletter.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.newsletter.Audience;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.RegisteredPeople;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Whom a campaign goes to: subscribers, or who is registered.
@Component
class CampaignReaders {

    private final DatabaseClient database;
    private final RegisteredPeople registered;

    CampaignReaders(DatabaseClient database, RegisteredPeople registered) {
        this.database = database;
        this.registered = registered;
    }

    /// Those that it would go to if it started now.
    Mono<Long> count(Campaign draft, Instant now) {
        return switch (draft.audience()) {
            case Audience.Registered whom -> registered.count(draft.programme(), whom, now);
            case Audience.Subscribers _ ->
                    database.sql(
                                    """
                                    select count(*) as readers from subscriptions
                                    where programme_id = :programme
                                      and state = 'confirmed' and confirmed_at <= :now
                                    """)
                            .bind("programme", draft.programme().value())
                            .bind("now", now)
                            .map(row -> Columns.need(row, "readers", Long.class))
                            .one();
        };
    }

    /// After those that were reached, in the order of their ids.
    Mono<List<RecipientId>> next(Campaign campaign, int copies) {
        return switch (campaign.audience()) {
            case Audience.Subscribers _ -> nextSubscribers(campaign, copies);
            case Audience.Registered whom ->
                    reached(campaign.id())
                            .flatMap(reached ->
                                    registered.next(
                                            campaign.programme(),
                                            whom,
                                            requireNonNull(campaign.startedAt()),
                                            reached.orElse(null),
                                            copies));
        };
    }

    private Mono<Optional<RecipientId>> reached(CampaignId id) {
        return database.sql("select reached from campaigns where id = :id")
                .bind("id", id.value())
                .map(row ->
                        Optional.ofNullable(row.get("reached", UUID.class)).map(RecipientId::new))
                .one();
    }

    /// The campaign's own row is not joined: what the index holds in order would be sorted anew,
    /// from where the list stands to its end, for every step.
    private Mono<List<RecipientId>> nextSubscribers(Campaign campaign, int copies) {
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
                .map(row -> new RecipientId(Columns.need(row, "id", UUID.class)))
                .all()
                .collectList();
    }
}

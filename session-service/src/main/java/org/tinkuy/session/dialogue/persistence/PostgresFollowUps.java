package org.tinkuy.session.dialogue.persistence;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.dialogue.FollowUpId;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;

@Repository
class PostgresFollowUps extends PostgresDrafts<FollowUpId, FollowUp, FollowUpRow>
        implements FollowUps {

    PostgresFollowUps(DatabaseClient database) {
        super(
                new JsonRows<>(database, "follow_ups", FollowUpRow.class),
                FollowUpId::value,
                FollowUpRow::of,
                FollowUpRow::toFollowUp);
    }
}

package org.tinkuy.session.fair.persistence;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.fair.Stand;
import org.tinkuy.session.fair.StandId;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.rows.PostgresDrafts;

@Repository
class PostgresStands extends PostgresDrafts<StandId, Stand, StandRow> implements Stands {

    PostgresStands(DatabaseClient database) {
        super(
                new JsonRows<>(database, "stands", StandRow.class),
                StandId::value,
                StandRow::of,
                StandRow::toStand);
    }
}

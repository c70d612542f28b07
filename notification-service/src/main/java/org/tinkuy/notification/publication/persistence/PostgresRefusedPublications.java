package org.tinkuy.notification.publication.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.publication.RefusedPublication;
import org.tinkuy.notification.publication.RefusedPublications;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Repository
class PostgresRefusedPublications implements RefusedPublications {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DatabaseClient database;

    PostgresRefusedPublications(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(RefusedPublication refusal) {
        return database.sql(
                        """
                        insert into refused_publications (id, programme_id, organiser_id, title,
                            time_zone, at, problem, refused_at, expires_at)
                        values (:id, :programme, :organiser, cast(:title as jsonb),
                            :time_zone, :at, :problem, :refused_at, :expires_at)
                        on conflict do nothing
                        """)
                .bind("id", refusal.id())
                .bind("programme", refusal.programme().value())
                .bind("organiser", refusal.organiser().value())
                .bind("title", Columns.json(refusal.title().byLanguage()))
                .bind("time_zone", refusal.zone().getId())
                .bind("at", refusal.at())
                .bind("problem", refusal.problem())
                .bind("refused_at", refusal.refusedAt())
                .bind("expires_at", refusal.expiresAt())
                .then();
    }

    @Override
    public Mono<Map<UUID, RefusedPublication>> find(Collection<UUID> ids) {
        return database.sql("select * from refused_publications where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PostgresRefusedPublications::refusal)
                .all()
                .collectMap(RefusedPublication::id);
    }

    private static RefusedPublication refusal(Readable row) {
        return new RefusedPublication(
                Columns.need(row, "id", UUID.class),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                new RecipientId(Columns.need(row, "organiser_id", UUID.class)),
                new LocalisedText(
                        Columns.JSON.readValue(Columns.need(row, "title", String.class), TEXTS)),
                ZoneId.of(Columns.need(row, "time_zone", String.class)),
                Columns.need(row, "at", Instant.class),
                Columns.need(row, "problem", String.class),
                Columns.need(row, "refused_at", Instant.class));
    }
}

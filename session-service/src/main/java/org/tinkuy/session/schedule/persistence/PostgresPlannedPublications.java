package org.tinkuy.session.schedule.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.rows.JsonRows;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.PlannedPublication;
import org.tinkuy.session.schedule.PlannedPublications;
import org.tinkuy.session.schedule.SessionId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@Repository
class PostgresPlannedPublications implements PlannedPublications {

    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            UUID programmeId,
            Instant at,
            String state,
            List<Said> said,
            @Nullable String note,
            UUID askedBy,
            Instant askedAt,
            @Nullable Instant refusedAt,
            @Nullable String refusal) {

        record Said(UUID session, Insistence insistence) {}

        static Row of(PlannedPublication plan) {
            var refused = plan.refused();
            return new Row(
                    plan.programme().value(),
                    plan.at(),
                    plan.state(),
                    plan.said().entrySet().stream()
                            .map(said -> new Said(said.getKey().value(), said.getValue()))
                            .toList(),
                    plan.note(),
                    plan.by(),
                    plan.askedAt(),
                    refused == null ? null : refused.at(),
                    refused == null ? null : refused.name());
        }

        PlannedPublication toPlan() {
            return new PlannedPublication(
                    new ProgrammeId(programmeId),
                    at,
                    state,
                    said.stream()
                            .collect(
                                    Collectors.toMap(
                                            one -> new SessionId(one.session()), Said::insistence)),
                    note,
                    askedBy,
                    askedAt,
                    refusedAt == null
                            ? null
                            : new PlannedPublication.Refused(
                                    refusedAt, Objects.requireNonNull(refusal)));
        }
    }

    private final DatabaseClient database;
    private final JsonRows<Row> rows;

    PostgresPlannedPublications(DatabaseClient database) {
        this.database = database;
        this.rows = new JsonRows<>(database, "planned_publications", Row.class);
    }

    @Override
    public Mono<Void> save(PlannedPublication planned) {
        return rows.put(List.of(Row.of(planned)));
    }

    @Override
    public Mono<PlannedPublication> find(ProgrammeId programme) {
        return rows.select("programme_id = :programme", Map.of("programme", programme.value()))
                .singleOrEmpty()
                .map(Row::toPlan);
    }

    @Override
    public Flux<ProgrammeId> due(Instant now) {
        return database.sql(
                        """
                        select programme_id from planned_publications
                        where refused_at is null and at <= :now
                        order by at
                        """)
                .bind("now", now)
                .mapValue(UUID.class)
                .all()
                .map(ProgrammeId::new);
    }

    @Override
    public Mono<Void> remove(ProgrammeId programme) {
        return rows.delete("programme_id = :programme", Map.of("programme", programme.value()));
    }
}

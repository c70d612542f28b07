package org.tinkuy.session.publication.persistence;

import io.r2dbc.postgresql.codec.Json;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.PublishedParts;
import reactor.core.publisher.Mono;

@Repository
class PostgresPublishedParts implements PublishedParts {

    private final DatabaseClient database;

    PostgresPublishedParts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> areOfAnother(ProgrammeId programme, UUID part) {
        return database.sql(
                        """
                        select exists (
                            select from published_programmes
                            where id <> :programme and (
                                document -> 'events' @> :part or document -> 'challenges' @> :part
                                or document -> 'stands' @> :part or document -> 'followUps' @> :part
                                or document -> 'speakers' @> :part))
                        """)
                .bind("programme", programme.value())
                .bind("part", Json.of("[{\"id\": {\"value\": \"" + part + "\"}}]"))
                .mapValue(Boolean.class)
                .one();
    }
}

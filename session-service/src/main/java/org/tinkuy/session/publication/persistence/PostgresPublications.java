package org.tinkuy.session.publication.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.publication.Publication;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.rows.KeptParts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresPublications implements Publications {

    /// Only versions are compared: what reads otherwise has another. A programme whose dates follow
    /// its sessions reads otherwise, and nobody said something else of it. Speakers are not in the
    /// documents: where all else is the same, they are what became other.
    private static final String KEEP =
            """
            with changed as (
                select now.*, former.id is null as is_new,
                    (now.document - 'version' #- '{document,happening}')
                        is distinct from
                        (former.document - 'version' #- '{document,happening}') as is_said,
                    now.document - 'version' is distinct from former.document - 'version'
                        as is_more_than_speakers
                from published_parts as now
                    left join publication_parts as former
                        on former.programme_id = :programme and former.until is null
                            and former.part = now.part and former.id = now.id
                where now.programme_id = :programme
                    and former.version is distinct from now.version
            ), gone as (
                select former.part, former.id
                from publication_parts as former
                where former.programme_id = :programme and former.until is null
                    and not exists (
                        select from published_parts as now
                        where now.programme_id = :programme
                            and now.part = former.part and now.id = former.id)
            ), kept as (
                insert into publications (programme_id, number, at, published_by, note,
                    programme_changed, speakers_changed,
                    sessions_added, sessions_changed, sessions_removed)
                select :programme,
                    1 + coalesce((select max(number) from publications
                        where programme_id = :programme), 0),
                    :at, :by, :note,
                    exists (select from changed where part = 'programme' and is_said)
                        or exists (select from gone where part = 'programme'),
                    exists (select from changed
                        where part = 'programme' and not is_more_than_speakers),
                    (select count(*) from changed where part = 'session' and is_new),
                    (select count(*) from changed where part = 'session' and not is_new),
                    (select count(*) from gone where part = 'session')
                where exists (select from changed) or exists (select from gone)
                returning number
            ), replaced as (
                update publications set replaced_at = :at
                from kept
                where programme_id = :programme and replaced_at is null
            ), closed as (
                update publication_parts as former
                set until = kept.number, replaced_at = :at
                from kept
                where former.programme_id = :programme and former.until is null
                    and (former.part, former.id) in (
                        select part, id from changed union all select part, id from gone)
            )
            insert into publication_parts (programme_id, part, id, since, version, document)
            select programme_id, part, id, kept.number, version, document from changed, kept
            """;

    private final DatabaseClient database;
    private final KeptParts<PublishedProgrammeRow> parts;

    PostgresPublications(DatabaseClient database) {
        this.database = database;
        this.parts = new KeptParts<>(database, "former_programmes", PublishedProgrammeRow.class);
    }

    @Override
    public Mono<Void> keep(
            ProgrammeId programme, @Nullable UUID by, @Nullable String note, Instant now) {
        return database.sql(KEEP)
                .bind("programme", programme.value())
                .bind("at", now)
                .bind("by", by == null ? Parameters.in(UUID.class) : Parameters.in(by))
                .bind("note", note == null ? Parameters.in(String.class) : Parameters.in(note))
                .then();
    }

    @Override
    public Mono<Void> restate(ProgrammeId programme, long before, long version) {
        return database.sql(
                        """
                        update publication_parts set version = :version
                        where programme_id = :programme and part = 'programme' and until is null
                            and version = :before
                        """)
                .bind("programme", programme.value())
                .bind("before", before)
                .bind("version", version)
                .then();
    }

    @Override
    public Flux<Publication> of(ProgrammeId programme, @Nullable Long before, int most) {
        return database.sql(
                        """
                        select * from publications
                        where programme_id = :programme and number < :before
                        order by number desc
                        limit :most
                        """)
                .bind("programme", programme.value())
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("most", most)
                .map(PostgresPublications::publication)
                .all();
    }

    @Override
    public Mono<Publication> find(ProgrammeId programme, long number) {
        return database.sql(
                        """
                        select * from publications
                        where programme_id = :programme and number = :number
                        """)
                .bind("programme", programme.value())
                .bind("number", number)
                .map(PostgresPublications::publication)
                .one();
    }

    @Override
    public Mono<PublishedProgramme> programme(ProgrammeId programme, long number) {
        return parts.of(programme, number).next().map(PublishedProgrammeRow::toPublished);
    }

    private static Publication publication(Readable row) {
        return new Publication(
                need(row, "number", Long.class),
                need(row, "at", Instant.class),
                row.get("published_by", UUID.class),
                row.get("note", String.class),
                need(row, "programme_changed", Boolean.class),
                need(row, "speakers_changed", Boolean.class),
                need(row, "sessions_added", Integer.class),
                need(row, "sessions_changed", Integer.class),
                need(row, "sessions_removed", Integer.class));
    }

    private static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

package org.tinkuy.session.rows;

import io.r2dbc.postgresql.codec.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;

/// What was published of one kind of part, publication by publication.
///
/// @param <R> the row of what is published of it
public final class KeptParts<R extends Record> {

    /// @param before `null`: it was not there
    /// @param after `null`: it is there no more
    public record Change<R extends Record>(@Nullable R before, @Nullable R after) {}

    private final DatabaseClient database;
    private final String view;
    private final Class<R> type;

    /// @param view with the columns `programme_id`, `id`, `since`, `until` and `document`
    public KeptParts(DatabaseClient database, String view, Class<R> type) {
        this.database = database;
        this.view = view;
        this.type = type;
    }

    /// As they were from that publication on until the next.
    public Flux<R> of(ProgrammeId programme, long number) {
        return database.sql(
                        """
                        select document from %s
                        where programme_id = :programme
                            and since <= :number and (until is null or until > :number)
                        order by document -> 'added'
                        """
                                .formatted(view))
                .bind("programme", programme.value())
                .bind("number", number)
                .map(row -> read(Objects.requireNonNull(row.get("document", Json.class))))
                .all();
    }

    /// Those that are others since that publication.
    public Flux<Change<R>> changes(ProgrammeId programme, long number) {
        return database.sql(
                        """
                        select former.document as before, latter.document as after
                        from (select id, document from %1$s
                                where programme_id = :programme and since = :number) as latter
                            full join (select id, document from %1$s
                                where programme_id = :programme and until = :number) as former
                                using (id)
                        order by coalesce(latter.document, former.document) -> 'added'
                        """
                                .formatted(view))
                .bind("programme", programme.value())
                .bind("number", number)
                .map(row ->
                        new Change<>(
                                readNullable(row.get("before", Json.class)),
                                readNullable(row.get("after", Json.class))))
                .all();
    }

    private @Nullable R readNullable(@Nullable Json document) {
        return document == null ? null : read(document);
    }

    private R read(Json document) {
        return JsonRows.JSON.readValue(document.asString(), type);
    }
}

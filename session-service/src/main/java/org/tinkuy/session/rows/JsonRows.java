package org.tinkuy.session.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.r2dbc.postgresql.codec.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The rows of one table. A row's record names its columns, the first of which is the key; one
/// statement takes as many rows as there are. What a row does not state is null.
///
/// @param <R> a record, annotated with `@JsonNaming(SnakeCaseStrategy.class)`: what lies within its
///   jsonb columns keeps the names of its own records
public final class JsonRows<R extends Record> {

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withConfigOverride(
                            List.class,
                            lists ->
                                    lists.setNullHandling(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .build();

    private final DatabaseClient database;
    private final String table;
    private final Class<R> type;
    private final List<String> columns;

    public JsonRows(DatabaseClient database, String table, Class<R> type) {
        this.database = database;
        this.table = table;
        this.type = type;
        this.columns =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> column(component.getName()))
                        .toList();
    }

    /// @param condition what follows `where`, with `order by` and `for update` where need be
    public Flux<R> select(String condition, Map<String, ?> values) {
        return database.sql(
                        "select to_jsonb(%1$s) as json from %1$s where %2$s"
                                .formatted(table, condition))
                .bindValues(values)
                .map(row -> read(Objects.requireNonNull(row.get("json", Json.class))))
                .all();
    }

    /// Fails where one is there already.
    public Mono<Void> insert(List<R> rows) {
        return insert(rows, "").then();
    }

    /// @return how many were not there yet
    public Mono<Long> insertNew(List<R> rows) {
        return insert(rows, "on conflict do nothing");
    }

    /// Inserts what is new and replaces what is there.
    public Mono<Void> put(List<R> rows) {
        var others =
                columns.stream()
                        .skip(1)
                        .map(column -> "%1$s = excluded.%1$s".formatted(column))
                        .collect(Collectors.joining(", "));
        return insert(
                        rows,
                        "on conflict (%s) do update set %s".formatted(columns.getFirst(), others))
                .then();
    }

    /// @param condition what follows `where`
    public Mono<Void> delete(String condition, Map<String, ?> values) {
        return database.sql("delete from %s where %s".formatted(table, condition))
                .bindValues(values)
                .then();
    }

    private Mono<Long> insert(List<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return Mono.just(0L);
        }
        var names = String.join(", ", columns);
        return database.sql(
                        """
                        insert into %1$s (%2$s)
                        select %2$s from jsonb_populate_recordset(cast(null as %1$s), :rows)
                        %3$s
                        """
                                .formatted(table, names, onConflict))
                .bind("rows", Json.of(JSON.writeValueAsBytes(rows)))
                .fetch()
                .rowsUpdated();
    }

    private static String column(String component) {
        return component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private R read(Json row) {
        return JSON.readValue(row.asString(), type);
    }
}

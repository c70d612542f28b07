package org.tinkuy.session.rows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tinkuy.session.programme.Draft;
import org.tinkuy.session.programme.Drafts;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The drafts of one kind in a table with the columns `id`, `programme_id` and `added`.
///
/// @param <I> how one of them is named
/// @param <D> the kind
/// @param <R> its row
public abstract class PostgresDrafts<I, D extends Draft, R extends Record> implements Drafts<I, D> {

    private final JsonRows<R> rows;
    private final Function<I, UUID> key;
    private final BiFunction<ProgrammeId, D, R> write;
    private final Function<R, D> read;

    protected PostgresDrafts(
            JsonRows<R> rows,
            Function<I, UUID> key,
            BiFunction<ProgrammeId, D, R> write,
            Function<R, D> read) {
        this.rows = rows;
        this.key = key;
        this.write = write;
        this.read = read;
    }

    @Override
    public Mono<Void> add(ProgrammeId programme, List<D> drafts) {
        return rows.insert(drafts.stream().map(draft -> write.apply(programme, draft)).toList());
    }

    @Override
    public Mono<Boolean> addNew(ProgrammeId programme, D draft) {
        return rows.insertNew(List.of(write.apply(programme, draft))).map(added -> added == 1);
    }

    @Override
    public Flux<D> of(ProgrammeId programme) {
        return rows.select(
                        "programme_id = :programme order by added",
                        Map.of("programme", programme.value()))
                .map(read);
    }

    @Override
    public Mono<D> lock(ProgrammeId programme, I id) {
        return rows.select(
                        "programme_id = :programme and id = :id for update",
                        Map.of("programme", programme.value(), "id", key.apply(id)))
                .singleOrEmpty()
                .map(read);
    }

    @Override
    public Mono<Void> save(ProgrammeId programme, D draft) {
        return rows.put(List.of(write.apply(programme, draft)));
    }

    @Override
    public Mono<Void> remove(ProgrammeId programme, I id) {
        return rows.delete(
                "programme_id = :programme and id = :id",
                Map.of("programme", programme.value(), "id", key.apply(id)));
    }
}

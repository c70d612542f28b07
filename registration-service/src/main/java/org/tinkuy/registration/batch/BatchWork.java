package org.tinkuy.registration.batch;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What a [GroupCommit] commits: commands, what each of them locks, who decides about them and who
/// writes what was decided. All but the first two are called within the batch's transaction.
///
/// @param <K> names what a command locks
/// @param <C> a command
/// @param <D> what a batch of commands comes to
/// @param <R> the reply to a command
public interface BatchWork<K, C, D, R> {

    Set<K> keys(C command);

    /// Commands with the same one are never in the same batch: the later finds what was answered to
    /// the earlier. `null`: it may be repeated without harm.
    @Nullable String idempotencyKey(C command);

    /// Locks what can be locked at once, until the transaction ends, and waits for nobody.
    ///
    /// @return those that somebody else holds
    Mono<Set<K>> lock(Set<K> keys);

    /// Reads and decides; everything that the commands name is locked.
    Mono<D> decide(List<C> commands);

    /// One reply per command, in their order.
    Mono<List<R>> write(List<C> commands, D decision);
}

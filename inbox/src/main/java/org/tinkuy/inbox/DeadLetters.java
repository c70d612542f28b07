package org.tinkuy.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/// Lists the service's dead letters and hands them to their listeners once more.
///
/// A letter that was handled and not yet noted as settled is refused by the inbox the next time.
final class DeadLetters {

    /// A letter that its listener refused again stays.
    record Refusal(UUID letter, String reason) {}

    record Replay(int replayed, List<Refusal> refused) {}

    private final List<InboxBinding> bindings;
    private final Function<String, Consumer<Message<?>>> listeners;
    private final DeadLetterReader reader;
    private final SettledLetters settled;

    /// @param listeners the function of that name
    DeadLetters(
            List<InboxBinding> bindings,
            Function<String, Consumer<Message<?>>> listeners,
            DeadLetterReader reader,
            SettledLetters settled) {
        this.bindings = bindings;
        this.listeners = listeners;
        this.reader = reader;
        this.settled = settled;
    }

    List<DeadLetter> list() {
        var done = settled.all();
        var letters = new ArrayList<DeadLetter>();
        for (var binding : bindings) {
            reader.read(
                    binding,
                    letter -> {
                        if (!done.contains(DeadLetterReader.id(letter))) {
                            letters.add(DeadLetterReader.described(binding, letter));
                        }
                    });
        }
        return letters;
    }

    /// In the order in which they became dead letters.
    Replay replay(Predicate<UUID> chosen) {
        var refused = new ArrayList<Refusal>();
        var replayed =
                settle(
                        chosen,
                        (binding, letter) -> {
                            try {
                                listeners
                                        .apply(binding.function())
                                        .accept(
                                                new GenericMessage<>(
                                                        DeadLetterReader.original(letter)));
                                return true;
                            } catch (RuntimeException e) {
                                if (DeadLetterReason.of(e) == null) {
                                    throw e;
                                }
                                refused.add(
                                        new Refusal(
                                                DeadLetterReader.id(letter),
                                                DeadLetterReason.inWords(e)));
                                return false;
                            }
                        });
        return new Replay(replayed, refused);
    }

    int discard(Predicate<UUID> chosen) {
        return settle(chosen, (_, _) -> true);
    }

    private int settle(Predicate<UUID> chosen, Attempt attempt) {
        var began = settled.now();
        var done = settled.all();
        var seen = new HashSet<UUID>();
        var count =
                bindings.stream()
                        .mapToInt(binding -> settle(binding, chosen, attempt, done, seen))
                        .sum();
        settled.forgetLost(began, seen);
        return count;
    }

    private int settle(
            InboxBinding binding,
            Predicate<UUID> chosen,
            Attempt attempt,
            Set<UUID> done,
            Set<UUID> seen) {
        var settledNow = new HashSet<UUID>();
        var prefix = new SettledPrefix();
        reader.read(
                binding,
                letter -> {
                    var id = DeadLetterReader.id(letter);
                    seen.add(id);
                    if (!done.contains(id) && chosen.test(id) && attempt.of(binding, letter)) {
                        settled.add(id);
                        settledNow.add(id);
                    }
                    prefix.next(id, letter.offset(), done.contains(id) || settledNow.contains(id));
                });
        if (!prefix.letters.isEmpty()) {
            reader.forget(binding, prefix.end);
            settled.remove(prefix.letters);
        }
        return settledNow.size();
    }

    @FunctionalInterface
    private interface Attempt {

        boolean of(InboxBinding binding, ConsumerRecord<byte[], byte[]> letter);
    }

    /// The oldest letters, up to the first that is not settled.
    private static final class SettledPrefix {

        private final List<UUID> letters = new ArrayList<>();
        private long end;
        private boolean open = true;

        void next(UUID letter, long offset, boolean settled) {
            open = open && settled;
            if (open) {
                letters.add(letter);
                end = offset + 1;
            }
        }
    }
}

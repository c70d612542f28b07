package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.registration.IdempotencyKeys.Stored;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Rejection;
import org.tinkuy.registration.seats.Rejections;
import org.tinkuy.registration.seats.Session;
import org.tinkuy.registration.seats.SessionId;

/// Commands under their locks: those that are answered already, and those that are to be decided.
final class Batch {

    private final List<Command> commands;
    private final @Nullable Reply[] replies;

    private Batch(List<Command> commands) {
        this.commands = commands;
        this.replies = new @Nullable Reply[commands.size()];
    }

    /// What needs no decision: an answer that was given before, a key with another request, a
    /// session that takes no registrations. For those nobody is introduced and no mail is sent.
    static Batch of(
            List<Command> commands,
            Map<SessionId, Session> sessions,
            Map<String, Stored> stored,
            Instant now) {
        var batch = new Batch(commands);
        for (var index = 0; index < commands.size(); index++) {
            if (commands.get(index) instanceof Register register) {
                batch.replies[index] = known(register, sessions, stored, now);
            }
        }
        return batch;
    }

    private static @Nullable Reply known(
            Register register,
            Map<SessionId, Session> sessions,
            Map<String, Stored> stored,
            Instant now) {
        var before = stored.get(register.key().value());
        if (before == null) {
            return Rejections.of(register, sessions, now).map(Reply.Rejected::new).orElse(null);
        }
        return before.key().equals(register.key())
                ? new Reply.Registered(before.answer())
                : new Reply.Rejected(new Rejection.KeyReused());
    }

    List<Command> undecided() {
        var undecided = new ArrayList<Command>();
        for (var index = 0; index < replies.length; index++) {
            if (replies[index] == null) {
                undecided.add(commands.get(index));
            }
        }
        return undecided;
    }

    /// @param decided one per undecided command, in their order
    @SuppressWarnings("NullAway") // every gap is filled
    List<Reply> replies(List<Reply> decided) {
        var next = decided.iterator();
        var all = Arrays.copyOf(replies, replies.length);
        for (var index = 0; index < all.length; index++) {
            if (all[index] == null) {
                all[index] = next.next();
            }
        }
        return Arrays.asList(all);
    }

    /// Strangers in the order in which they ask: each gets a challenge.
    static List<Register> byStrangers(List<Command> commands) {
        return commands.stream()
                .filter(Register.class::isInstance)
                .map(Register.class::cast)
                .filter(register -> register.registrant() instanceof Registrant.Stranger)
                .toList();
    }

    /// One per person: the first word counts.
    static List<Registrant.Stranger> strangers(List<Register> registers) {
        var byKey = new LinkedHashMap<PersonKey, Registrant.Stranger>();
        for (var register : registers) {
            if (register.registrant() instanceof Registrant.Stranger stranger) {
                byKey.putIfAbsent(stranger.key(), stranger);
            }
        }
        return List.copyOf(byKey.values());
    }
}

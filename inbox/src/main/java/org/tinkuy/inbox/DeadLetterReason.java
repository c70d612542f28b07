package org.tinkuy.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tinkuy.database.DatabaseFailure;
import org.tinkuy.messages.UndecodableMessage;

/// Why a message can never succeed, if so.
enum DeadLetterReason {
    UNDECODABLE,
    REJECTED,

    /// The database cannot or must not store what the message brings about.
    DATA;

    /// As headers and metrics name it.
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `null` when the failure may pass by itself. Whatever wraps an exception of ours is looked
    /// through.
    static @Nullable DeadLetterReason of(Throwable failure) {
        return switch (cause(failure)) {
            case UndecodableMessage _ -> UNDECODABLE;
            case MessageRejected _ -> REJECTED;
            default -> DatabaseFailure.of(failure) == DatabaseFailure.DATA ? DATA : null;
        };
    }

    /// The failure as the application threw it, or as it is when it is none of ours.
    static Throwable cause(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UndecodableMessage || each instanceof MessageRejected) {
                return each;
            }
        }
        return failure;
    }

    /// In words that hold nothing of the message: what the database says of a value may be
    /// personal.
    static String inWords(Throwable failure) {
        return of(failure) == DATA
                ? "the database cannot store it: SQLSTATE " + DatabaseFailure.sqlState(failure)
                : String.valueOf(cause(failure).getMessage());
    }
}

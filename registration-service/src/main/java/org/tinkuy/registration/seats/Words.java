package org.tinkuy.registration.seats;

import java.util.Locale;

/// How states are called outside of Java: in messages, answers and the database.
public final class Words {

    private Words() {}

    public static String status(Registration registration) {
        return switch (registration) {
            case Registration.Pending _ -> "pending";
            case Registration.Confirmed _ -> "confirmed";
            case Registration.Waitlisted _ -> "waitlisted";
            case Registration.Lapsed _ -> "lapsed";
            case Registration.Cancelled _ -> "cancelled";
        };
    }

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if there is no such value
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

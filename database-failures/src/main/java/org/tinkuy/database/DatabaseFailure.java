package org.tinkuy.database;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What helps against a failure of PostgreSQL, judged by its SQLSTATE (Appendix A of its manual).
public enum DatabaseFailure {

    /// Another transaction was in the way (40001, 40P01, 55P03): the same one may well succeed when
    /// it is tried again.
    CONTENTION,

    /// The database cannot be used at this moment: later.
    UNAVAILABLE,

    /// What was to be stored cannot be (class 22) or must not be (class 23): no attempt will help.
    DATA,

    /// Anything else that the database refused: a fault of ours.
    OTHER;

    /// @return `null`: the failure is none of the database's
    public static @Nullable DatabaseFailure of(Throwable failure) {
        DatabaseFailure found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var kind = ofOne(cause);
            found = kind == null ? found : kind;
        }
        return found;
    }

    /// The SQLSTATE that the database gave, which holds nothing of what was to be stored.
    public static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refused && refused.getSqlState() != null) {
                return refused.getSqlState();
            }
        }
        return null;
    }

    private static @Nullable DatabaseFailure ofOne(Throwable failure) {
        return switch (failure) {
            case R2dbcException refused when refused.getSqlState() != null ->
                    ofState(Objects.requireNonNull(refused.getSqlState()));
            case R2dbcTimeoutException _,
                    R2dbcTransientResourceException _,
                    R2dbcNonTransientResourceException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ ->
                    UNAVAILABLE;
            case R2dbcException _ -> OTHER;
            default -> null;
        };
    }

    private static DatabaseFailure ofState(String state) {
        return switch (state) {
            case "40001", "40P01", "55P03" -> CONTENTION;
            default ->
                    switch (state.substring(0, Math.min(2, state.length()))) {
                        case "22", "23" -> DATA;
                        // The connection; what ran out; a statement that took too long, or a
                        // shutdown.
                        case "08", "53", "57" -> UNAVAILABLE;
                        default -> OTHER;
                    };
        };
    }
}

package org.tinkuy.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseFailureTests {

    @ParameterizedTest
    @CsvSource({
        "40001, CONTENTION",
        "40P01, CONTENTION",
        "55P03, CONTENTION",
        "22008, DATA",
        "22021, DATA",
        "23505, DATA",
        "23514, DATA",
        "08006, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57014, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "42601, OTHER",
        "25P02, OTHER"
    })
    void judgesByTheState(String state, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(refused(state))).isEqualTo(expected);
    }

    @Test
    void looksThroughWhatSpringWrapsAroundIt() {
        var wrapped =
                new IllegalStateException(
                        new PessimisticLockingFailureException("locked", refused("55P03")));

        assertThat(DatabaseFailure.of(wrapped)).isEqualTo(DatabaseFailure.CONTENTION);
        assertThat(DatabaseFailure.sqlState(wrapped)).isEqualTo("55P03");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsUnavailable() {
        assertThat(DatabaseFailure.of(new DataAccessResourceFailureException("gone")))
                .isEqualTo(DatabaseFailure.UNAVAILABLE);
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException("no connection")))
                .isEqualTo(DatabaseFailure.UNAVAILABLE);
        assertThat(DatabaseFailure.of(new R2dbcNonTransientResourceException("closed")))
                .isEqualTo(DatabaseFailure.UNAVAILABLE);
    }

    @Test
    void aReasonWeighsMoreThanWhatItIsWrappedIn() {
        var wrapped = new CannotCreateTransactionException("no transaction", refused("42501"));

        assertThat(DatabaseFailure.of(wrapped)).isEqualTo(DatabaseFailure.OTHER);
    }

    @Test
    void aViolationWithoutAStateIsAFaultOfOurs() {
        var wrapped =
                new DataIntegrityViolationException(
                        "?", new R2dbcDataIntegrityViolationException("?"));

        assertThat(DatabaseFailure.of(wrapped)).isEqualTo(DatabaseFailure.OTHER);
        assertThat(DatabaseFailure.sqlState(wrapped)).isNull();
    }

    @Test
    void otherFailuresAreNotTheDatabases() {
        assertThat(DatabaseFailure.of(new IllegalStateException(new TimeoutException()))).isNull();
    }

    private static R2dbcTransientException refused(String state) {
        return new R2dbcTransientException("refused", state) {};
    }
}

package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkSharesTests {

    private final NetworkShares shares = new NetworkShares(2);

    @Test
    void givesEachNetworkItsShareAndNoMore() {
        assertThat(shares.take("203.0.113.9")).isTrue();
        assertThat(shares.take("203.0.113.9")).isTrue();
        assertThat(shares.take("203.0.113.9")).isFalse();
        assertThat(shares.take("2001db8000000000/64")).isTrue();
    }

    @Test
    void givesAgainWhatWasReleased() {
        shares.take("203.0.113.9");
        shares.take("203.0.113.9");
        shares.take("203.0.113.9");
        shares.release("203.0.113.9");
        assertThat(shares.take("203.0.113.9")).isTrue();
        assertThat(shares.take("203.0.113.9")).isFalse();
    }

    @Test
    void givesNoMoreToManyWhoAskTogether() {
        var wide = new NetworkShares(500);
        var taken =
                IntStream.range(0, 5_000).parallel().filter(_ -> wide.take("203.0.113.9")).count();
        assertThat(taken).isLessThanOrEqualTo(500);
        IntStream.range(0, (int) taken).parallel().forEach(_ -> wide.release("203.0.113.9"));
        assertThat(IntStream.range(0, 501).filter(_ -> wide.take("203.0.113.9")).count())
                .isEqualTo(500);
    }
}

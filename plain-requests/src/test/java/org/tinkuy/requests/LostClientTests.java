package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import reactor.netty.channel.AbortedException;

class LostClientTests {

    @Test
    void isWhoeverEndedTheConnectionOfTheRequest() {
        assertThat(LostClient.is(new AbortedException("Connection has been closed"))).isTrue();
        assertThat(LostClient.is(new SocketException("Connection reset"))).isTrue();
        assertThat(LostClient.is(new IOException("recv failed: Connection reset by peer")))
                .isTrue();
        assertThat(LostClient.is(new IOException("Broken pipe"))).isTrue();
        assertThat(LostClient.is(new ClosedChannelException())).isTrue();
    }

    @Test
    void isNoFailureOfOurs() {
        var reset = new SocketException("Connection reset");
        assertThat(LostClient.is(new UncheckedIOException(reset))).isFalse();
        assertThat(LostClient.is(new IllegalStateException("Connection reset"))).isFalse();
        assertThat(LostClient.is(new IOException("No space left on device"))).isFalse();
        assertThat(LostClient.is(new IOException())).isFalse();
    }
}

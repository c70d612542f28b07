package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// With time that stands still until it is moved.
class PatienceTests {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(60);

    @Test
    void endsARequestThatPausesTooLongAndSaysWhy() {
        var client = request(HttpMethod.POST);
        after(client, PAUSE.minusSeconds(1));
        assertThat(client.isOpen()).isTrue();
        after(client, Duration.ofSeconds(1));
        assertThat(client.isOpen()).isFalse();
        HttpResponse answer = client.readOutbound();
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.REQUEST_TIMEOUT);
    }

    @Test
    void endsARequestThatDripsForTooLong() {
        var client = request(HttpMethod.POST);
        for (var i = 0; i < 59; i++) {
            after(client, Duration.ofSeconds(1));
            client.writeInbound(content());
            assertThat(client.isOpen()).isTrue();
        }
        after(client, Duration.ofSeconds(1));
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void endsARequestThatGoesOnDrippingAfterItsAnswer() {
        var client = request(HttpMethod.POST);
        client.writeOutbound(
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.GATEWAY_TIMEOUT));
        for (var i = 0; i < 60; i++) {
            client.writeInbound(content());
            after(client, Duration.ofSeconds(1));
        }
        assertThat(client.isOpen()).isFalse();
        assertThat(client.outboundMessages()).hasSize(1);
    }

    /// What would be said of the second would be read as the answer to the first.
    @Test
    void saysNothingOfARequestBehindOneThatIsNotAnsweredYet() {
        var client = request(HttpMethod.GET);
        client.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        client.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        after(client, PAUSE);
        assertThat(client.isOpen()).isFalse();
        assertThat(client.outboundMessages()).isEmpty();
    }

    @Test
    void saysWhyBehindOneThatIsAnswered() {
        var client = request(HttpMethod.GET);
        client.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        client.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        client.pipeline().fireChannelReadComplete();
        client.pipeline().fireChannelReadComplete();
        after(client, PAUSE);
        assertThat(client.isOpen()).isFalse();
        assertThat(client.outboundMessages()).hasSize(2);
    }

    @Test
    void endsAHeadThatNeverComesToItsEnd() {
        var client = connection(new ArrivingRequest(PAUSE, WHOLE));
        client.pipeline().fireChannelReadComplete();
        after(client, PAUSE);
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void leavesAWholeRequestItsTimeToBeAnswered() {
        var client = request(HttpMethod.GET);
        client.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        after(client, WHOLE.multipliedBy(10));
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void doesNotBlameAClientForWhatNobodyReads() {
        var client = connection(new ArrivingRequest(PAUSE, WHOLE));
        client.config().setAutoRead(false);
        client.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        after(client, PAUSE.plusSeconds(10));
        assertThat(client.isOpen()).isTrue();
        client.read();
        after(client, PAUSE.plusSeconds(1));
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void givesUpAServiceThatStopsInItsAnswer() {
        var service = answer("text/html");
        after(service, PAUSE.minusSeconds(1));
        service.writeInbound(content());
        after(service, PAUSE.minusSeconds(1));
        assertThat(service.isOpen()).isTrue();
        after(service, Duration.ofSeconds(2));
        assertThat(service.isOpen()).isFalse();
        assertThat(catchThrowable(service::checkException))
                .isInstanceOf(ReadTimeoutException.class);
    }

    @Test
    void leavesAStreamItsSilenceAndAKeptConnectionItsRest() {
        var stream = answer("text/event-stream;charset=UTF-8");
        after(stream, PAUSE.multipliedBy(10));
        assertThat(stream.isOpen()).isTrue();
        var kept = answer("text/html");
        kept.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        after(kept, PAUSE.multipliedBy(10));
        assertThat(kept.isOpen()).isTrue();
    }

    @Test
    void endsAClientThatTakesNothingOfItsAnswer() {
        var client = new Stuck(new TakenAnswer(WHOLE));
        var _ = client.writeOneOutbound(Unpooled.copiedBuffer("answer", UTF_8));
        client.flushOutbound();
        after(client, WHOLE.minusSeconds(1));
        assertThat(client.isOpen()).isTrue();
        after(client, WHOLE);
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void leavesAClientToWhomThereIsNothingToSay() {
        var client = connection(new TakenAnswer(WHOLE));
        client.writeOutbound(Unpooled.copiedBuffer("answer", UTF_8));
        after(client, WHOLE.multipliedBy(10));
        assertThat(client.isOpen()).isTrue();
    }

    private static EmbeddedChannel request(HttpMethod method) {
        var channel = connection(new ArrivingRequest(PAUSE, WHOLE));
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, "/"));
        return channel;
    }

    private static EmbeddedChannel answer(String type) {
        var channel = connection(new ArrivingAnswer(PAUSE));
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        channel.writeInbound(head);
        return channel;
    }

    private static EmbeddedChannel connection(ChannelHandler handler) {
        var channel = new EmbeddedChannel(handler);
        channel.freezeTime();
        channel.read();
        return channel;
    }

    private static DefaultHttpContent content() {
        return new DefaultHttpContent(Unpooled.copiedBuffer("x", UTF_8));
    }

    private static void after(EmbeddedChannel channel, Duration duration) {
        channel.advanceTimeBy(duration.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    /// Whoever is at the other end has stopped reading.
    private static final class Stuck extends EmbeddedChannel {

        Stuck(ChannelHandler handler) {
            super(handler);
            freezeTime();
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer buffer) {
            // nothing leaves
        }
    }
}

package org.tinkuy.gateway.edge.web;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.EdgeProperties;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Kept connections to the services. The one used last is used next: it is the least likely to have
/// been closed meanwhile, and a quiet time lets the others end.
@Component
class ServiceClients implements DisposableBean {

    private static final int MOST_CONNECTIONS = 2000;
    private static final Duration LONGEST_WAIT_FOR_ONE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(2);
    private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

    private final Duration answersWithin;
    private final Duration longestPause;
    private final ConnectionProvider connections =
            ConnectionProvider.builder("services")
                    .maxConnections(MOST_CONNECTIONS)
                    .pendingAcquireTimeout(LONGEST_WAIT_FOR_ONE)
                    .maxIdleTime(KEPT_IDLE)
                    .evictInBackground(KEPT_IDLE)
                    .lifo()
                    .build();

    ServiceClients(EdgeProperties properties) {
        this.answersWithin = properties.answersWithin();
        this.longestPause = properties.patience().service();
    }

    Service of(String name, URI url) {
        return new Service(
                name,
                HttpClient.create(connections)
                        .baseUrl(url.toString())
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(LONGEST_CONNECTING.toMillis()))
                        .responseTimeout(answersWithin)
                        .doOnChannelInit((_, channel, _) ->
                                channel.pipeline()
                                        .addAfter(
                                                NettyPipeline.HttpCodec,
                                                ArrivingAnswer.NAME,
                                                new ArrivingAnswer(longestPause)))
                        .doOnResponse(ServiceClients::takeTheRestsTime));
    }

    /// Whoever asked may be slow to take what is large; that the service goes on is
    /// [ArrivingAnswer]'s to see.
    private static void takeTheRestsTime(HttpClientResponse answer, Connection connection) {
        if (!BodyLength.isSmall(answer.responseHeaders())) {
            connection.removeHandler(NettyPipeline.ResponseTimeoutHandler);
        }
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}

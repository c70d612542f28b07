package org.tinkuy.gateway.edge.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.ClientAddress;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.NetworkShares;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/// How many connections a network may hold, and how long each may stand still. The connections of a
/// proxy that we trust are everybody's: there, requests are counted instead ([FrontDoor]).
@Component
class ClientConnections implements NettyServerCustomizer {

    private final ClientAddress clientAddress;
    private final NetworkShares shares;
    private final EdgeProperties.Patience patience;
    private final Counter refused;

    ClientConnections(
            ClientAddress clientAddress,
            NetworkShares shares,
            EdgeProperties properties,
            MeterRegistry meters) {
        this.clientAddress = clientAddress;
        this.shares = shares;
        this.patience = properties.patience();
        this.refused = meters.counter("tinkuy.gateway.refused", "reason", "too-many-connections");
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> {
            if (isWithinItsShare(channel)) {
                channel.pipeline()
                        .addFirst(TakenAnswer.NAME, new TakenAnswer(patience.answer()))
                        .addAfter(
                                NettyPipeline.HttpCodec,
                                ArrivingRequest.NAME,
                                new ArrivingRequest(patience.request(), patience.wholeRequest()));
            } else {
                refused.increment();
                var _ = channel.close();
            }
        });
    }

    private boolean isWithinItsShare(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress peer)
                || clientAddress.isTrusted(peer.getAddress())) {
            return true;
        }
        var network = ClientAddress.network(peer.getAddress());
        if (!shares.take(network)) {
            return false;
        }
        var _ = channel.closeFuture().addListener(_ -> shares.release(network));
        return true;
    }
}

package org.tinkuy.requests;

import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Lets a server read plain requests only.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class PlainRequestsAutoConfiguration {

    PlainRequestsAutoConfiguration() {
        DroppedErrors.listen();
    }

    @Bean
    NettyServerCustomizer undecodableRequests(ObjectionPage page) {
        return server ->
                server.doOnChannelInit((_, channel, _) ->
                        channel.pipeline()
                                .addBefore(
                                        NettyPipeline.HttpTrafficHandler,
                                        OneAtATime.class.getName(),
                                        new OneAtATime())
                                .addBefore(
                                        NettyPipeline.HttpTrafficHandler,
                                        UndecodableRequests.class.getName(),
                                        new UndecodableRequests(page)));
    }

    @Bean
    @ConditionalOnMissingBean
    ObjectionPage pageOfAllLanguages() {
        return new PageOfAllLanguages();
    }

    /// Whoever has a door of its own asks [PlainRequest] there.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(NettyRouteProvider.class)
    NettyRouteProvider plainRequestsOnly(ObjectionPage page) {
        return routes ->
                routes.route(
                        request ->
                                PlainRequest.objectionTo(request.uri(), request.requestHeaders())
                                        != null,
                        (request, response) -> refuse(request, response, page));
    }

    private static Publisher<Void> refuse(
            HttpServerRequest request, HttpServerResponse response, ObjectionPage page) {
        var objection = PlainRequest.objectionTo(request.uri(), request.requestHeaders());
        if (objection == null) {
            return Mono.error(new IllegalStateException("a plain request"));
        }
        var refusal = RefusedRequest.of(objection, request.uri(), request.requestHeaders(), page);
        return response.status(refusal.status())
                .headers(refusal.headers())
                .sendByteArray(Mono.just(refusal.bytes()));
    }

    @Bean
    WrittenIds idsAreGivenWhole() {
        return new WrittenIds();
    }
}

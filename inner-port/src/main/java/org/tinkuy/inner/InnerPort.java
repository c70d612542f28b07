package org.tinkuy.inner;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

/// The second port on which a service listens, with the same handlers behind it; which paths it has
/// is [InnerDoor]'s to say.
public final class InnerPort implements SmartLifecycle {

    /// With the public port: open before the service says that it is ready, and until it has
    /// stopped.
    private static final int WITH_THE_PUBLIC_PORT = SmartLifecycle.DEFAULT_PHASE - 2048;

    private final InnerProperties properties;
    private final HttpHandler handler;
    private final ReactorResourceFactory resources;
    private volatile @Nullable WebServer server;

    InnerPort(InnerProperties properties, HttpHandler handler, ReactorResourceFactory resources) {
        this.properties = properties;
        this.handler = handler;
        this.resources = resources;
    }

    /// The number that was given; -1: not open.
    public int number() {
        var open = server;
        return open == null ? -1 : open.getPort();
    }

    @Override
    public void start() {
        var factory = new NettyReactiveWebServerFactory(properties.port());
        factory.setAddress(properties.address());
        factory.setResourceFactory(resources);
        var opened = factory.getWebServer(handler);
        opened.start();
        server = opened;
    }

    @Override
    public void stop() {
        var open = server;
        server = null;
        if (open != null) {
            open.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return WITH_THE_PUBLIC_PORT;
    }
}

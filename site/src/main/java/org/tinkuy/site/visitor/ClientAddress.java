package org.tinkuy.site.visitor;

import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// From where a page is asked for, as the gateway says. The services that the page asks are told,
/// so that they can bound what comes from one network.
public final class ClientAddress {

    public static final String HEADER = "X-Forwarded-For";

    private static final Object KEY = ClientAddress.class;

    private ClientAddress() {}

    static Context remember(Context context, String address) {
        return context.put(KEY, address);
    }

    public static Optional<String> of(ContextView context) {
        return context.getOrEmpty(KEY);
    }
}

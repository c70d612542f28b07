package org.tinkuy.site.visitor;

import org.springframework.http.server.reactive.ServerHttpRequest;

/// The pages that may stand in other people's pages. Whoever looks at one is a stranger there, and
/// nothing is remembered of them.
public final class Embedding {

    public static final String PATH = "/embedded";

    /// What puts them there.
    public static final String SCRIPT = "/embed.js";

    private Embedding() {}

    public static boolean isEmbedded(ServerHttpRequest request) {
        return request.getURI().getRawPath().startsWith(PATH + "/");
    }
}

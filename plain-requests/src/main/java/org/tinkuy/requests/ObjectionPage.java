package org.tinkuy.requests;

import io.netty.handler.codec.http.HttpHeaders;

/// How people are told that a request is not read. Whoever has pages in one's own language has one.
@FunctionalInterface
public interface ObjectionPage {

    /// @param address as far as it was read, and so are `asked`, the request's headers
    /// @param answer the answer's headers, for what the page needs
    /// @return HTML
    String write(Objection objection, String address, HttpHeaders asked, HttpHeaders answer);
}

package org.tinkuy.gateway.edge.web;

import reactor.netty.http.client.HttpClient;

/// A part of the system behind the door.
///
/// @param client knows where it is
record Service(String name, HttpClient client) {}

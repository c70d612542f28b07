package org.tinkuy.session.publication;

/// What everybody sees is no longer what it was, committed and in this instance.
public record PublishedStateChanged() {}

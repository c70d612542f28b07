package org.tinkuy.requests;

/// A failure that is an answer to whoever asked, and no defect: nothing is to be said of it where
/// nobody waits for the answer any more.
public interface ForTheCaller {}

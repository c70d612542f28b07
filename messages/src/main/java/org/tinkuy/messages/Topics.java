package org.tinkuy.messages;

/// What all topics have in common.
public final class Topics {

    /// Six: the services of an installation scale to six instances without a new key distribution.
    public static final int PARTITIONS = 6;

    private Topics() {}
}

package org.tinkuy.session.dialogue;

import java.util.UUID;

public record FollowUpId(UUID value) {

    public static FollowUpId next() {
        return new FollowUpId(UUID.randomUUID());
    }
}

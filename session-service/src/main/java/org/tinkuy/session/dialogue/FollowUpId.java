package org.tinkuy.session.dialogue;

import java.util.UUID;
import org.tinkuy.session.programme.PartId;

public record FollowUpId(UUID value) implements PartId {

    public static FollowUpId next() {
        return new FollowUpId(UUID.randomUUID());
    }
}

package org.tinkuy.session.speaker;

import java.util.UUID;
import org.tinkuy.session.programme.PartId;

public record SpeakerId(UUID value) implements PartId {

    public static SpeakerId next() {
        return new SpeakerId(UUID.randomUUID());
    }
}

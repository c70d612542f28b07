package org.tinkuy.session.programme;

import java.util.UUID;

public record ProgrammeId(UUID value) {

    public static ProgrammeId next() {
        return new ProgrammeId(UUID.randomUUID());
    }
}

package org.tinkuy.session.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tinkuy.token.Caller;

/// Who organises a programme may read and change its drafts, and publish them.
public final class Organisers {

    private Organisers() {}

    /// @param caller `null`: nobody signed in, where reading is open to everybody else
    /// @throws AccessDeniedException unless the caller organises the programme
    public static void require(@Nullable Caller caller, UUID programme) {
        if (caller == null || !caller.mayOrganise(programme)) {
            throw new AccessDeniedException("only organisers of the programme");
        }
    }
}

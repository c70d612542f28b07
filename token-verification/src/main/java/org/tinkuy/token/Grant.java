package org.tinkuy.token;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role in one programme, or in all of them.
///
/// @param programmeId `null`: every programme of the organisation
public record Grant(Role role, @Nullable UUID programmeId) {

    /// As it stands in a token: `organiser:<programme id>` or `owner:*`.
    public String claim() {
        return role.claim() + ":" + (programmeId == null ? "*" : programmeId);
    }

    /// @throws IllegalArgumentException if the claim has another form
    public static Grant parse(String claim) {
        var colon = claim.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no role claim: " + claim);
        }
        var role = Role.valueOf(claim.substring(0, colon).toUpperCase(Locale.ROOT));
        var programme = claim.substring(colon + 1);
        return new Grant(role, programme.equals("*") ? null : UUID.fromString(programme));
    }

    boolean covers(UUID programme) {
        return programmeId == null || programmeId.equals(programme);
    }
}

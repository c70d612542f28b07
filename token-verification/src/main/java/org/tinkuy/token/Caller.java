package org.tinkuy.token;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/// The signed-in person on whose behalf a request is made.
public record Caller(UUID attendeeId, UUID deviceSessionId, Set<Grant> grants) {

    public static final String DEVICE_SESSION_CLAIM = "sid";
    public static final String ROLES_CLAIM = "roles";

    public static Caller of(Jwt token) {
        var roles = token.getClaimAsStringList(ROLES_CLAIM);
        return new Caller(
                UUID.fromString(token.getSubject()),
                UUID.fromString(token.getClaimAsString(DEVICE_SESSION_CLAIM)),
                Set.copyOf(
                        (roles == null ? List.<String>of() : roles)
                                .stream().map(Grant::parse).toList()));
    }

    public boolean may(Power power, UUID programmeId) {
        return grants.stream()
                .anyMatch(grant -> grant.role().may(power) && grant.covers(programmeId));
    }

    /// Plans a programme and sees who comes.
    public boolean mayOrganise(UUID programmeId) {
        return may(Power.ORGANISE, programmeId);
    }

    /// Writes a programme's newsletter.
    public boolean mayEdit(UUID programmeId) {
        return may(Power.EDIT, programmeId);
    }

    /// Has a role there, whichever.
    public boolean isStaffOf(UUID programmeId) {
        return grants.stream().anyMatch(grant -> grant.covers(programmeId));
    }

    /// The organisation's owner, who may also begin new programmes.
    public boolean ownsOrganisation() {
        return grants.contains(new Grant(Role.OWNER, null));
    }

    public boolean organisesSomething() {
        return maySomewhere(Power.ORGANISE);
    }

    public boolean editsSomething() {
        return maySomewhere(Power.EDIT);
    }

    private boolean maySomewhere(Power power) {
        return grants.stream().anyMatch(grant -> grant.role().may(power));
    }
}

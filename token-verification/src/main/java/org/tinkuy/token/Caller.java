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

    /// Owners and organisers plan a programme and see who comes.
    public boolean mayOrganise(UUID programmeId) {
        return grants.stream()
                .anyMatch(grant ->
                        (grant.role() == Role.OWNER || grant.role() == Role.ORGANISER)
                                && grant.covers(programmeId));
    }

    /// Editors write a programme's newsletter, and so may whoever organises it.
    public boolean mayEdit(UUID programmeId) {
        return mayOrganise(programmeId)
                || grants.stream()
                        .anyMatch(
                                grant -> grant.role() == Role.EDITOR && grant.covers(programmeId));
    }

    /// The organisation's owner, who may also begin new programmes.
    public boolean ownsOrganisation() {
        return grants.contains(new Grant(Role.OWNER, null));
    }

    public boolean organisesSomething() {
        return grants.stream()
                .anyMatch(grant -> grant.role() == Role.OWNER || grant.role() == Role.ORGANISER);
    }

    public boolean editsSomething() {
        return organisesSomething()
                || grants.stream().anyMatch(grant -> grant.role() == Role.EDITOR);
    }
}

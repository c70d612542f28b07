package org.tinkuy.notification.newsletter.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.newsletter.Campaigns.Those;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;

/// Which campaigns a caller gets to see.
final class CampaignList {

    private static final String SUBSCRIBERS = "subscribers";
    private static final String REGISTERED = "registered";

    private static final Set<Role> EDITING = EnumSet.of(Role.OWNER, Role.ORGANISER, Role.EDITOR);
    private static final Set<Role> ORGANISING = EnumSet.of(Role.OWNER, Role.ORGANISER);

    private CampaignList() {}

    /// @param programme `null`: all that they may write for
    /// @param to `null`: whomever they go to
    static Those of(
            Caller caller, @Nullable UUID programme, @Nullable String to, FieldErrors errors) {
        var audience = errors.word("to", to, List.of(SUBSCRIBERS, REGISTERED));
        var issues = programme == null ? all(caller, EDITING) : only(programme, caller::mayEdit);
        var messages =
                programme == null ? all(caller, ORGANISING) : only(programme, caller::mayOrganise);
        return new Those(
                REGISTERED.equals(audience) ? Set.of() : issues,
                SUBSCRIBERS.equals(audience) ? Set.of() : messages);
    }

    private static Set<UUID> only(UUID programme, Predicate<UUID> allowed) {
        return allowed.test(programme) ? Set.of(programme) : Set.of();
    }

    /// `null`: every programme's.
    private static @Nullable Set<UUID> all(Caller caller, Set<Role> roles) {
        var granted =
                caller.grants().stream()
                        .filter(grant -> roles.contains(grant.role()))
                        .map(Grant::programmeId)
                        .toList();
        return granted.contains(null)
                ? null
                : granted.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

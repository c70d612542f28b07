package org.tinkuy.notification.newsletter.web;

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
import org.tinkuy.token.Power;

/// Which campaigns a caller gets to see.
final class CampaignList {

    private static final String SUBSCRIBERS = "subscribers";
    private static final String REGISTERED = "registered";

    private CampaignList() {}

    /// @param programme `null`: all that they may write for
    /// @param to `null`: whomever they go to
    static Those of(
            Caller caller, @Nullable UUID programme, @Nullable String to, FieldErrors errors) {
        var audience = errors.word("to", to, List.of(SUBSCRIBERS, REGISTERED));
        var issues = programme == null ? all(caller, Power.EDIT) : only(programme, caller::mayEdit);
        var messages =
                programme == null
                        ? all(caller, Power.ORGANISE)
                        : only(programme, caller::mayOrganise);
        return new Those(
                REGISTERED.equals(audience) ? Set.of() : issues,
                SUBSCRIBERS.equals(audience) ? Set.of() : messages);
    }

    private static Set<UUID> only(UUID programme, Predicate<UUID> allowed) {
        return allowed.test(programme) ? Set.of(programme) : Set.of();
    }

    /// `null`: every programme's.
    private static @Nullable Set<UUID> all(Caller caller, Power power) {
        var granted =
                caller.grants().stream()
                        .filter(grant -> grant.role().may(power))
                        .map(Grant::programmeId)
                        .toList();
        return granted.contains(null)
                ? null
                : granted.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

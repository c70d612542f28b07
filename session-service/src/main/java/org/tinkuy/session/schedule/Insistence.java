package org.tinkuy.session.schedule;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an organiser says beside a plan: which doubts are none, and why a rule is to be broken.
///
/// @param reasons by the rule that each of them is for
/// @param soleReason for the one rule that speaks against the plan, whichever it is; where several
///   do, nobody can tell which of them it is for
public record Insistence(
        Map<SchedulingRule, Exemption> reasons, @Nullable Exemption soleReason, Set<Doubt> meant) {

    /// Rules hold, and whatever is doubtful is asked about.
    public static final Insistence NONE = new Insistence(Map.of(), null, Set.of());

    /// For what nobody can be asked about any more: rules hold.
    public static final Insistence ALL_IS_MEANT =
            new Insistence(Map.of(), null, EnumSet.allOf(Doubt.class));

    public Insistence {
        reasons = Map.copyOf(reasons);
        meant = Set.copyOf(meant);
    }

    /// The reasons that are for one of these rules: what is kept with the change.
    Map<SchedulingRule, Exemption> against(List<SchedulingRule> broken) {
        var given = new TreeMap<>(reasons);
        given.keySet().retainAll(broken);
        if (soleReason != null && broken.size() == 1) {
            given.putIfAbsent(broken.getFirst(), soleReason);
        }
        return given;
    }
}

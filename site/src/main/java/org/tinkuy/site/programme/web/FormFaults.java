package org.tinkuy.site.programme.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tinkuy.site.upstream.Problem;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;

/// What is wrong with a form: message keys, by field, and one for the form as a whole.
///
/// @param general `null`: only fields are wrong
public record FormFaults(Map<String, String> byField, @Nullable String general) {

    static final FormFaults NONE = new FormFaults(Map.of(), null);

    private static final Set<String> FIELDS = Set.of("address", "name", "sessionIds");

    private static final Set<String> CODES =
            Set.of(
                    "required",
                    "too-long",
                    "invalid-address",
                    "invalid-characters",
                    "too-many",
                    "unknown-session",
                    "too-many-people");

    private static final Set<String> PROBLEMS =
            Set.of("session-ended", "session-cancelled", "by-invitation", "too-many-requests");

    public FormFaults {
        byField = Map.copyOf(byField);
    }

    static FormFaults of(ServiceProblem refused) {
        return refused.status() == HttpStatus.UNAUTHORIZED.value()
                // the token ran out on its way: the gateway gets another for the next request
                ? new FormFaults(Map.of(), "fault.unavailable")
                : of(refused.problem());
    }

    private static FormFaults of(Problem problem) {
        var byField = new HashMap<String, String>();
        for (var fault : problem.faults()) {
            // sessionIds[2] is shown beside the sessions
            var field = String.valueOf(fault.field()).replaceFirst("[\\[.].*", "");
            if (FIELDS.contains(field)) {
                byField.putIfAbsent(field, key(field, fault));
            }
        }
        if (!byField.isEmpty()) {
            return new FormFaults(byField, null);
        }
        var name = problem.name();
        return new FormFaults(
                Map.of(), PROBLEMS.contains(name) ? "fault." + name : "fault.refused");
    }

    static FormFaults of(ServiceUnavailable away) {
        return new FormFaults(
                Map.of(), away.isOverloaded() ? "fault.overloaded" : "fault.unavailable");
    }

    public boolean isEmpty() {
        return byField.isEmpty() && general == null;
    }

    public @Nullable String at(String field) {
        return byField.get(field);
    }

    private static String key(String field, Problem.Fault fault) {
        var code = String.valueOf(fault.code());
        if (code.equals("required")) {
            return "fault." + field + ".required";
        }
        if (fault.isAmbiguousDomain()) {
            return "fault.ambiguous-domain";
        }
        return CODES.contains(code) ? "fault." + code : "fault.invalid";
    }
}

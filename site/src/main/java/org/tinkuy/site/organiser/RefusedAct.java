package org.tinkuy.site.organiser;

import org.jspecify.annotations.Nullable;
import org.tinkuy.site.upstream.ServiceProblem;

/// What an organiser asked for, or typed, and is not taken.
///
/// @param field `note`, `name`; `null`: neither
/// @param key of a message
public record RefusedAct(@Nullable String field, String key, String typed) {

    /// Also a form without the field that it is for.
    static final RefusedAct NOT_TAKEN = new RefusedAct(null, "fault.refused", "");

    static RefusedAct of(String field, String typed) {
        return new RefusedAct(field, "fault.invalid", typed);
    }

    /// The same, as the service says why.
    RefusedAct because(ServiceProblem problem) {
        return saying(problem.status() == 409 ? conflict() : fault(problem));
    }

    RefusedAct whileUnavailable() {
        return saying("move.fault.unavailable");
    }

    private RefusedAct saying(String words) {
        return new RefusedAct(field, words, typed);
    }

    private String conflict() {
        return field == null ? key : "registration.fault.address-not-confirmed";
    }

    private String fault(ServiceProblem problem) {
        return problem.problem().faults().stream()
                .map(fault -> String.valueOf(fault.code()))
                .map(code ->
                        switch (code) {
                            case "required", "name-of-another" -> "registration.fault." + code;
                            case "too-long", "invalid-characters" -> "fault." + code;
                            default -> key;
                        })
                .findFirst()
                .orElse(key);
    }
}

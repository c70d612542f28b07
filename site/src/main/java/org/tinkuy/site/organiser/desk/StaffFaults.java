package org.tinkuy.site.organiser.desk;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;

/// Why the staff of a programme stays as it is, in words.
final class StaffFaults {

    private static final Set<String> EXPLAINED =
            Set.of("last-owner", "owns-organisation", "already-staff", "too-many-invitations");

    /// @param key of the words
    /// @param ofAddress it is about the address that was typed
    record Fault(String key, HttpStatus status, boolean ofAddress) {}

    private StaffFaults() {}

    /// Others are no matter of this page: somebody else's, a page that is not there.
    static boolean isOne(Throwable failure) {
        return failure instanceof ServiceUnavailable
                || (failure instanceof ServiceProblem problem
                        && (problem.status() == 400
                                || problem.status() == 404
                                || EXPLAINED.contains(problem.problem().name())));
    }

    static Fault of(Throwable failure) {
        if (failure instanceof ServiceProblem problem) {
            var name = problem.problem().name();
            return new Fault(
                    "desk.staff.fault." + (EXPLAINED.contains(name) ? name : "gone"),
                    HttpStatus.CONFLICT,
                    false);
        }
        return new Fault("move.fault.unavailable", HttpStatus.SERVICE_UNAVAILABLE, false);
    }

    static Fault ofInvitation(Throwable failure, String address) {
        if (failure instanceof ServiceProblem problem && problem.status() == 400) {
            return new Fault(
                    address.isEmpty() ? "fault.address.required" : problem.addressWords(),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    true);
        }
        var fault = of(failure);
        return new Fault(
                fault.key(), fault.status(), fault.key().equals("desk.staff.fault.already-staff"));
    }
}

package org.tinkuy.site.upstream;

import java.util.Locale;
import org.tinkuy.requests.ForTheCaller;

/// A service refused what was asked of it, and said why.
public final class ServiceProblem extends RuntimeException implements ForTheCaller {

    private final int status;
    private final transient Problem problem;

    public ServiceProblem(int status, Problem problem) {
        super(
                String.format(Locale.ROOT, "refused with %d %s", status, problem.name()),
                null,
                false,
                false);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    public boolean is(String name) {
        return problem.name().equals(name);
    }

    /// Why an address is refused; a message key.
    public String addressWords() {
        return problem.faults().stream().anyMatch(Problem.Fault::isAmbiguousDomain)
                ? "fault.ambiguous-domain"
                : "fault.invalid-address";
    }

    /// Whether that is what is wrong with a field.
    public boolean has(String code) {
        return problem.faults().stream().anyMatch(fault -> code.equals(fault.code()));
    }
}

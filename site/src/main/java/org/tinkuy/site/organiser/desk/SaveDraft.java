package org.tinkuy.site.organiser.desk;

import java.util.Map;
import java.util.function.Function;
import org.tinkuy.languages.Language;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import reactor.core.publisher.Mono;

/// Sends what was typed over what is there, unless somebody else changed it meanwhile.
final class SaveDraft {

    /// What becomes of it.
    sealed interface Outcome {

        record Saved(Draft draft) implements Outcome {}

        /// The form is shown again.
        record Again(DeskForm form, DeskFaults faults) implements Outcome {}
    }

    private static final String CHANGED = "draft-changed";
    private static final int NOT_FOUND = 404;

    private SaveDraft() {}

    /// Of what is begun already.
    static Mono<Outcome> save(
            DeskForm form, Mono<Draft> read, Function<Draft, Mono<Draft>> put, Language spoken) {
        return save(form, Draft.begun(Map.of()), read, put, spoken);
    }

    /// @param beginning what is sent with what is begun
    /// @param read what is there now
    static Mono<Outcome> save(
            DeskForm form,
            Draft beginning,
            Mono<Draft> read,
            Function<Draft, Mono<Draft>> put,
            Language spoken) {
        var notNumbers = form.notNumbers();
        if (!notNumbers.isEmpty()) {
            return Mono.just(new Outcome.Again(form, DeskFaults.notNumbers(notNumbers)));
        }
        var saving =
                form.isBegun()
                        ? read.flatMap(now ->
                                now.version() == form.version()
                                        ? saved(form.over(now), put)
                                        : Mono.just(beside(form, now)))
                        : saved(form.over(beginning), put);
        return saving.onErrorResume(
                        ServiceProblem.class, problem -> refused(form, problem, read, spoken))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ -> Mono.just(new Outcome.Again(form, DeskFaults.UNAVAILABLE)));
    }

    private static Mono<Outcome> saved(Draft draft, Function<Draft, Mono<Draft>> put) {
        return put.apply(draft).map(Outcome.Saved::new);
    }

    private static Mono<Outcome> refused(
            DeskForm form, ServiceProblem problem, Mono<Draft> read, Language spoken) {
        if (problem.is(CHANGED)) {
            return read.map(now -> beside(form, now));
        }
        return switch (problem.status()) {
            case 400, 409 ->
                    Mono.just(
                            new Outcome.Again(
                                    form,
                                    DeskFaults.of(problem.problem(), form.sections(), spoken)));
            case NOT_FOUND -> Mono.just(new Outcome.Again(form, DeskFaults.GONE));
            default -> Mono.error(problem);
        };
    }

    /// A form that was sent twice says what is there already. Otherwise both are shown, and sending
    /// again overwrites what was seen.
    private static Outcome beside(DeskForm form, Draft now) {
        var there = form.differingFrom(now);
        return there.isEmpty()
                ? new Outcome.Saved(now)
                : new Outcome.Again(form.at(now.version()), DeskFaults.changedMeanwhile(there));
    }
}

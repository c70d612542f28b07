package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tinkuy.endtoend.api.ApiDocument.Operation;
import org.tinkuy.testing.RawHttp;

/// Asks a running system what its document allows and what it does not, and says which answers are
/// not those of the document.
final class ApiWalk {

    /// From making a campaign to sending, pausing, resuming and cancelling it.
    private static final int STEPS = 4;

    private final ApiDocument document;
    private final RawHttp http;
    private final String organiser;
    private final DocumentedAnswers answers;
    private final KnownValues known;
    private final ValidCalls valid;
    private final OddCalls odd;
    private final Durations durations = new Durations();
    private final Set<String> succeeded = new HashSet<>();

    /// @param organiser the token of one, who prepares what operations are about
    ApiWalk(ApiDocument document, int port, String organiser, SplittableRandom random) {
        this.document = document;
        this.http = new RawHttp(port);
        this.organiser = organiser;
        this.answers = new DocumentedAnswers(document);
        this.known = new KnownValues(document);
        this.valid = new ValidCalls(document, known, new Samples(document, random));
        this.odd = new OddCalls(random);
    }

    /// Imports the programme that operations are asked about.
    void begin(String file) {
        var call = valid.plain(named("importProgrammes")).sending("application/yaml", file);
        var answer = http.send(call.by(organiser));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(answer.shown());
        }
        known.fix(call, answer);
        prepare(named("getSession"), STEPS);
    }

    private Operation named(String id) {
        return document.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// What is wrong with answers to what the document allows, each on a line.
    ///
    /// @param token `null`: nobody's
    List<String> faultsAsAllowed(Operation operation, @Nullable String token) {
        var faults = new ArrayList<String>();
        prepare(operation, STEPS);
        for (var call : valid.of(operation)) {
            var answer = send(operation, call.by(token), Set.of(), faults);
            note(call, answer);
        }
        return faults;
    }

    /// The same of what it does not allow.
    List<String> faultsOfOdd(Operation operation, @Nullable String token) {
        var faults = new ArrayList<String>();
        for (var one : odd.of(valid.plain(operation), token)) {
            var answer = send(operation, one.request(), one.besides(), faults);
            if (answer.status() == 405 && answer.header("allow").isEmpty()) {
                faults.add(told("no Allow", one.request(), answer));
            }
        }
        return faults;
    }

    private RawHttp.Answer send(
            Operation operation,
            RawHttp.Request request,
            Set<Integer> besides,
            List<String> faults) {
        var answer = durations.of(operation.id(), () -> http.send(request));
        answers.faults(operation, answer, besides)
                .forEach(fault -> faults.add(told(fault, request, answer)));
        return answer;
    }

    /// Walks as an organiser to what the operation is about.
    private void prepare(Operation operation, int steps) {
        for (var source : known.leadingTo(operation)) {
            if (steps > 0 && !known.isIndependent(source)) {
                prepare(source, steps - 1);
            }
            if (succeeds(valid.plain(source), organiser) || succeeds(valid.plain(source), null)) {
                return;
            }
        }
    }

    private boolean succeeds(Call call, @Nullable String token) {
        var answer = http.send(call.by(token));
        note(call, answer);
        return answer.status() / 100 == 2;
    }

    private void note(Call call, RawHttp.Answer answer) {
        if (answer.status() / 100 == 2) {
            succeeded.add(call.operation().id());
            known.learn(call, answer);
        }
    }

    /// Operations that nobody's request succeeded with.
    SortedSet<String> neverSucceeded() {
        var never = new TreeSet<String>();
        document.operations().forEach(operation -> never.add(operation.id()));
        never.removeAll(succeeded);
        return never;
    }

    List<String> slow() {
        return durations.slow();
    }

    private static String told(String fault, RawHttp.Request request, RawHttp.Answer answer) {
        return "%s: %s: %s".formatted(fault, request.shown(), answer.shown());
    }
}

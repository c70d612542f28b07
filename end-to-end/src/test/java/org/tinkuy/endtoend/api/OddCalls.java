package org.tinkuy.endtoend.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.testing.OddBodies;
import org.tinkuy.testing.OddText;
import org.tinkuy.testing.RawHttp;

/// What the document does not allow to be asked.
final class OddCalls {

    /// Of each kind, for one operation; the next operation gets others.
    private static final int AT_MOST = 12;

    private static final int BODIES_AT_MOST = 120;

    /// What is sent where no operation is reached: an address that is none, or another's; a method
    /// of nobody; a page of another origin.
    static final Set<Integer> BEFORE_ANY_OPERATION =
            Set.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431);

    /// @param besides what may be answered that the operation does not tell of
    record Odd(RawHttp.Request request, Set<Integer> besides) {}

    private final SplittableRandom random;

    OddCalls(SplittableRandom random) {
        this.random = random;
    }

    List<Odd> of(Call plain, @Nullable String token) {
        var operation = plain.operation();
        var request = plain.by(token);
        var all = new ArrayList<Odd>();
        operation.parameters().forEach(parameter -> all.addAll(odd(plain, parameter, token)));
        var mark = request.target().contains("?") ? "&" : "?";
        some(OddText.QUERIES)
                .forEach(query ->
                        all.add(
                                unread(
                                        new RawHttp.Request(
                                                request.method(),
                                                request.target() + mark + query,
                                                request.headers(),
                                                request.body()))));
        some(OddText.HEADERS).forEach(header -> all.add(unread(request.with(header))));
        OddText.METHODS.forEach(method -> all.add(unread(request.by(method))));
        all.addAll(bodies(plain, request));
        return all;
    }

    private List<Odd> odd(Call plain, ApiDocument.Parameter parameter, @Nullable String token) {
        var inPath = parameter.in().equals("path");
        var values = Stream.concat(OddText.VALUES.stream(), inPath ? Stream.of() : Stream.of(""));
        return values.map(value -> Map.of(Call.key(parameter), value))
                .map(raw -> plain.by(token, raw))
                .map(request -> inPath ? unread(request) : new Odd(request, Set.of()))
                .toList();
    }

    private List<Odd> bodies(Call plain, RawHttp.Request request) {
        var type = plain.mediaType();
        var body = plain.body();
        if (type == null || body == null) {
            return request.method().equals("GET") ? List.of() : whereNoneIsTaken(request);
        }
        var odd = new ArrayList<RawHttp.Request>();
        some(OddBodies.JSON).forEach(text -> odd.add(request.sending(type, text)));
        some(OddBodies.FORMS)
                .forEach(text ->
                        odd.add(request.sending("application/x-www-form-urlencoded", text)));
        odd.add(request.sending(type, Call.bytes(body.substring(0, body.length() / 2))));
        if (type.equals("application/json")) {
            some(OddBodies.around(body).toList(), BODIES_AT_MOST)
                    .forEach(text -> odd.add(request.sending(type, Call.bytes(text))));
        }
        return odd.stream().map(one -> new Odd(one, Set.of())).toList();
    }

    private List<Odd> whereNoneIsTaken(RawHttp.Request request) {
        return Stream.concat(some(OddBodies.JSON).stream(), Stream.of("{\"unheardOf\":true}"))
                .map(text -> new Odd(request.sending("application/json", text), Set.of()))
                .toList();
    }

    private static Odd unread(RawHttp.Request request) {
        return new Odd(request, BEFORE_ANY_OPERATION);
    }

    private <T> List<T> some(List<T> all) {
        return some(all, AT_MOST);
    }

    private <T> List<T> some(List<T> all, int atMost) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled.subList(0, Math.min(atMost, shuffled.size()));
    }
}

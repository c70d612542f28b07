package org.tinkuy.testing;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Asks every operation of a running server what no polite client would ask, and says which answers
/// are no answers: failures of ours, refusals without words, refusals that are no problem or page.
public final class OddRequests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}/]+)}");

    private record Operation(String method, String path, HandlerMethod handler) {}

    private final RawHttp http;
    private final RequestMappingHandlerMapping handlers;
    private final String credentials;
    private final Function<RawHttp.Answer, List<String>> faults;

    /// @param credentials a header, such as `Authorization: Bearer …`
    /// @param faults of a refusal
    private OddRequests(
            int port,
            RequestMappingHandlerMapping handlers,
            String credentials,
            Function<RawHttp.Answer, List<String>> faults) {
        this.http = new RawHttp(port);
        this.handlers = handlers;
        this.credentials = credentials;
        this.faults = faults;
    }

    /// Of a service, whose refusals are problems (RFC 9457).
    public static OddRequests ofService(
            int port, RequestMappingHandlerMapping handlers, String credentials) {
        return new OddRequests(port, handlers, credentials, RawHttp.Answer::faultsOfAProblem);
    }

    /// Of a site, whose refusals are pages.
    public static OddRequests ofSite(
            int port, RequestMappingHandlerMapping handlers, String credentials) {
        return new OddRequests(port, handlers, credentials, RawHttp.Answer::faultsOfAPage);
    }

    /// @return what was asked and what is wrong with the answer, each on a line
    public List<String> faults() {
        var all = new ArrayList<String>();
        for (var operation : operations()) {
            requests(operation)
                    .forEach(request -> {
                        var answer = http.send(request);
                        Stream.concat(answer.faults().stream(), refusalFaults(answer).stream())
                                .map(fault ->
                                        "%s: %s: %s"
                                                .formatted(fault, request.shown(), answer.shown()))
                                .forEach(all::add);
                    });
        }
        return all;
    }

    private List<String> refusalFaults(RawHttp.Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 ? faults.apply(answer) : List.of();
    }

    private List<Operation> operations() {
        return handlers.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        entry.getKey().getPatternsCondition().getPatterns().stream()
                                .map(PathPattern::getPatternString)
                                .flatMap(path ->
                                        entry.getKey().getMethodsCondition().getMethods().stream()
                                                .map(method ->
                                                        new Operation(
                                                                method.name(),
                                                                path,
                                                                entry.getValue()))))
                .sorted(Comparator.comparing(Operation::toString))
                .toList();
    }

    private Stream<RawHttp.Request> requests(Operation operation) {
        var path = filled(operation.path());
        var plain = request(operation, path);
        return Stream.of(
                        oddPaths(operation),
                        OddText.QUERIES.stream()
                                .map(query -> request(operation, path + "?" + query)),
                        oddParameters(operation, path),
                        OddText.HEADERS.stream().map(plain::with),
                        OddText.METHODS.stream().map(plain::by),
                        oddBodies(operation, plain))
                .flatMap(requests -> requests);
    }

    private Stream<RawHttp.Request> oddPaths(Operation operation) {
        return VARIABLE.matcher(operation.path())
                .results()
                .flatMap(variable ->
                        OddText.VALUES.stream()
                                .map(value ->
                                        operation.path().substring(0, variable.start())
                                                + value
                                                + operation.path().substring(variable.end())))
                .map(path -> request(operation, filled(path)));
    }

    private Stream<RawHttp.Request> oddParameters(Operation operation, String path) {
        return Arrays.stream(operation.handler().getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .flatMap(name ->
                        Stream.concat(OddText.VALUES.stream(), Stream.of(""))
                                .map(value -> request(operation, path + "?" + name + "=" + value)));
    }

    private Stream<RawHttp.Request> oddBodies(Operation operation, RawHttp.Request plain) {
        if (plain.method().equals("GET")) {
            return Stream.empty();
        }
        var body =
                Arrays.stream(operation.handler().getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .findFirst();
        return Stream.concat(
                OddBodies.FORMS.stream()
                        .map(form -> plain.sending("application/x-www-form-urlencoded", form)),
                Stream.concat(
                                OddBodies.JSON.stream(),
                                body.stream()
                                        .flatMap(parameter ->
                                                OddBodies.of(parameter.getParameterizedType())))
                        .map(json -> plain.sending("application/json", json)));
    }

    private RawHttp.Request request(Operation operation, String target) {
        return new RawHttp.Request(operation.method(), target, List.of(credentials), null);
    }

    private static String filled(String path) {
        return VARIABLE.matcher(path)
                .replaceAll(variable ->
                        variable.group(1).endsWith("Slug") || variable.group(1).equals("slug")
                                ? "none"
                                : UUID.randomUUID().toString());
    }
}

package org.tinkuy.problems;

import java.net.URI;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems without asking what the caller accepts: Spring would leave out the words of a
/// refusal where `Accept` names another type, or none that can be read.
final class ProblemWriter {

    private final JacksonJsonEncoder encoder;

    ProblemWriter(JsonMapper json) {
        this.encoder = new JacksonJsonEncoder(json);
    }

    Mono<Void> write(Throwable failure, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        var answer = FailureAnswers.of(failure, exchange);
        var problem = answer.getBody();
        if (problem == null || response.isCommitted()) {
            return Mono.error(failure);
        }
        problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        response.setStatusCode(answer.getStatusCode());
        answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        var body =
                encoder.encodeValue(
                        problem,
                        response.bufferFactory(),
                        ResolvableType.forClass(ProblemDetail.class),
                        MediaType.APPLICATION_PROBLEM_JSON,
                        null);
        return response.writeWith(Mono.just(body));
    }
}

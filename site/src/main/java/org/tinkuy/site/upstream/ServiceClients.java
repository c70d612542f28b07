package org.tinkuy.site.upstream;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.tinkuy.inner.InnerSecret;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.visitor.ClientAddress;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Makes the clients that stand beside the pages: interfaces that say with `@GetExchange` and the
/// like what is asked. A [Visitor] among a method's arguments is who asks: their token goes along.
/// Every method returns a `Mono` of the answer's body, which ends within a stated time in an
/// answer, a [ServiceProblem], [ServiceUnavailable] or [AnswerTooLarge]; of a list of any length,
/// the `Mono` is of its beginning, a `ResponseEntity` of a `Flux`. An interface that only its
/// package sees can have no default methods: the proxy may not call them.
@Component
public class ServiceClients {

    /// The largest answer that is read; of a larger one nothing is ([AnswerTooLarge]). It holds the
    /// 10,000 sessions that a programme may have with six kilobytes of text each, and any page of a
    /// list: 200 entries, none of them larger than the 64 kilobytes that a service reads at once.
    static final DataSize LARGEST = DataSize.ofMegabytes(64);

    private final WebClient.Builder http;
    private final SiteProperties properties;
    private final InnerSecret secret;

    ServiceClients(
            WebClient.Builder http, Traces traces, SiteProperties properties, InnerSecret secret) {
        this.http = traces.told(http.clone());
        this.properties = properties;
        this.secret = secret;
    }

    public <T> T of(Service service, Class<T> client) {
        return HttpServiceProxyFactory.builderFor(
                        new TimelyAnswers(
                                WebClientAdapter.create(http(service)), service, properties))
                .customArgumentResolver(ServiceClients::showToken)
                .httpRequestValuesProcessor(ServiceClients::markDispensable)
                .build()
                .createClient(client);
    }

    private WebClient http(Service service) {
        return http.clone()
                .baseUrl(service.url(properties).toString())
                .defaultHeaders(headers -> showSecret(service, headers))
                .filter(ServiceClients::tellClientAddress)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize((int) LARGEST.toBytes()))
                .defaultStatusHandler(
                        status -> !status.is2xxSuccessful(), response -> failure(service, response))
                .build();
    }

    private void showSecret(Service service, HttpHeaders headers) {
        if (service == Service.REGISTRATION_INSIDE) {
            headers.set(HttpHeaders.AUTHORIZATION, secret.authorization());
        }
    }

    private static Mono<ClientResponse> tellClientAddress(
            ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context ->
                next.exchange(
                        ClientAddress.of(context)
                                .map(address ->
                                        ClientRequest.from(request)
                                                .header(ClientAddress.HEADER, address)
                                                .build())
                                .orElse(request)));
    }

    private static Mono<RuntimeException> failure(Service service, ClientResponse response) {
        return response.bodyToMono(Problem.class)
                .onErrorReturn(Problem.UNKNOWN)
                .defaultIfEmpty(Problem.UNKNOWN)
                .map(problem -> failure(service, response.statusCode(), problem));
    }

    private static RuntimeException failure(
            Service service, HttpStatusCode status, Problem problem) {
        return status.is4xxClientError()
                ? new ServiceProblem(status.value(), problem)
                : ServiceUnavailable.answered(service.title(), status.value(), problem);
    }

    private static boolean showToken(
            @Nullable Object argument,
            MethodParameter parameter,
            HttpRequestValues.Builder request) {
        if (!(argument instanceof Visitor visitor)) {
            return false;
        }
        var token = visitor.token();
        if (token != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return true;
    }

    private static void markDispensable(
            Method method,
            MethodParameter[] parameters,
            @Nullable Object[] arguments,
            HttpRequestValues.Builder request) {
        if (method.isAnnotationPresent(Dispensable.class)) {
            request.addAttribute(TimelyAnswers.DISPENSABLE, true);
        }
    }
}

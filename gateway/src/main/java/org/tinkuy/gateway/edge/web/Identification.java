package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.gateway.edge.IdentifyDevice;
import org.tinkuy.gateway.edge.Identity;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// Turns a device token into the signed token that services verify (phantom token).
///
/// A browser whose token is unknown goes on as a stranger; a program is told so. When nobody can
/// tell, only what needs no person goes on: see decision 0011.
@Component
class Identification {

    private final IdentifyDevice identify;
    private final DeviceCookie cookie;
    private final List<PathPattern> personalPages;
    private final List<PathPattern> farewells;

    Identification(IdentifyDevice identify, DeviceCookie cookie, EdgeProperties properties) {
        this.identify = identify;
        this.cookie = cookie;
        this.personalPages = patterns(properties.personalPages());
        this.farewells = patterns(properties.farewells());
    }

    private static List<PathPattern> patterns(List<String> paths) {
        return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    /// Fails with [Refused].
    Mono<Passage> of(HttpServerRequest request, Passage passage) {
        return switch (Credential.of(request, cookie)) {
            case null -> Mono.just(passage);
            case Credential.Cookie(var token) ->
                    identify.identify(token).map(who -> ofBrowser(request, passage, who));
            case Credential.Bearer(var token) ->
                    identify.identify(token).map(who -> ofProgram(passage, who));
        };
    }

    private Passage ofBrowser(HttpServerRequest request, Passage passage, Identity who) {
        return switch (who) {
            case Identity.SignedIn person -> passage.signedIn(person.jwt());
            case Identity.Stranger _ -> passage;
            case Identity.Untold _ when needsNoPerson(request, passage) -> passage.withoutKnowing();
            case Identity.Untold _ -> throw new Refused(Refusal.of(Reason.SERVICE_UNAVAILABLE));
        };
    }

    private static Passage ofProgram(Passage passage, Identity who) {
        return switch (who) {
            case Identity.SignedIn person -> passage.signedIn(person.jwt());
            case Identity.Stranger _ -> throw new Refused(Refusal.of(Reason.UNAUTHENTICATED));
            case Identity.Untold _ -> throw new Refused(Refusal.of(Reason.SERVICE_UNAVAILABLE));
        };
    }

    private boolean needsNoPerson(HttpServerRequest request, Passage passage) {
        var reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        var path = PathContainer.parsePath(passage.target().path());
        return passage.door() == Door.PAGE
                && (reads ? !anyMatches(personalPages, path) : anyMatches(farewells, path));
    }

    private static boolean anyMatches(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}

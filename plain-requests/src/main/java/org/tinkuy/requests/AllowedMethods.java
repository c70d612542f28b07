package org.tinkuy.requests;

import java.util.LinkedHashSet;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;

/// The methods that a path takes, as a refusal tells them: the same that `OPTIONS` tells.
public final class AllowedMethods {

    private AllowedMethods() {}

    /// @param refused tells only what a handler has an annotation for
    public static MethodNotAllowedException all(MethodNotAllowedException refused) {
        var methods = new LinkedHashSet<>(refused.getSupportedMethods());
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return new MethodNotAllowedException(refused.getHttpMethod(), methods);
    }
}

package org.tinkuy.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/// @param endpoint where traces go (OTLP over HTTP); empty or `false`: nowhere
/// @param beginHere whether what a caller says of a trace is ignored
@ConfigurationProperties("tinkuy.traces")
record TraceProperties(@Nullable String endpoint, boolean beginHere) {

    TraceProperties {
        endpoint = "false".equals(endpoint) || "".equals(endpoint) ? null : endpoint;
        Assert.isTrue(
                endpoint == null || endpoint.matches("https?://.+"),
                "tinkuy.traces.endpoint (TINKUY_OTLP_ENDPOINT) is an address such as"
                        + " http://localhost:4318/v1/traces");
    }
}

package org.tinkuy.gateway.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address that people type; `https` makes the cookies secure
/// @param trustedProxies whose `X-Forwarded-For` is believed; empty: nobody's
/// @param metricsKey who shows it as a bearer token reads the metrics; empty: nobody does
/// @param headerLimit the largest head that passes, its first line aside
/// @param bodyLimit the largest body that passes
/// @param largeBodies where larger ones pass
/// @param answersWithin how long a service may take until it begins to answer
/// @param connectionsPerNetwork how many connections one network may hold at a time
/// @param patience how long somebody may do nothing in the middle of something
/// @param innerSecret what the parts' inner ports ask for
/// @param personalPages pages that mean nothing without knowing who asks
/// @param farewells forms that pass although nobody can tell who sends them
@Validated
@ConfigurationProperties("tinkuy.gateway")
public record EdgeProperties(
        @NotNull URI publicUrl,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("") String metricsKey,
        @NotNull DataSize headerLimit,
        @NotNull DataSize bodyLimit,
        @Valid LargeBodies largeBodies,
        @NotNull Duration answersWithin,
        @Positive int connectionsPerNetwork,
        @NotNull @Valid Patience patience,
        @DefaultValue List<String> personalPages,
        @DefaultValue List<String> farewells,
        @NotNull @Size(min = 32, message = "must be at least 32 characters") String innerSecret,
        @NotNull @Valid InnerPorts innerPorts,
        @Valid Services services,
        @Valid Tokens tokens,
        @DefaultValue List<@Valid Limit> limits) {

    /// @param paths that take a file, or something for each of many
    /// @param limit the largest that passes, which the service behind knows too
    public record LargeBodies(@NotEmpty List<String> paths, @NotNull DataSize limit) {}

    /// What begins goes on, or its connection ends.
    ///
    /// @param request the longest that a client may pause while it sends a request
    /// @param wholeRequest until a request has come to its end
    /// @param answer the longest that a client may take nothing of an answer
    /// @param service the longest that a service may pause in its answer; a stream of events may be
    ///   silent
    public record Patience(
            @NotNull Duration request,
            @NotNull Duration wholeRequest,
            @NotNull Duration answer,
            @NotNull Duration service) {}

    /// Where the parts answer each other and operators.
    public record InnerPorts(
            @NotNull URI registration,
            @NotNull URI session,
            @NotNull URI notification,
            @NotNull URI site) {}

    /// Where the parts behind the door answer.
    ///
    /// @param paths what is asked of which; the site has everything outside the API
    public record Services(
            @NotNull URI registration,
            @NotNull URI session,
            @NotNull URI notification,
            @NotNull URI site,
            @Valid Paths paths) {}

    /// Each with everything beneath it.
    public record Paths(
            @NotEmpty List<String> registration,
            @NotEmpty List<String> session,
            @NotEmpty List<String> notification) {}

    /// @param exchangeTimeout how long registration-service may take to exchange a token
    /// @param cached how many exchanged tokens are kept
    public record Tokens(@NotNull Duration exchangeTimeout, @Positive int cached) {}

    /// How many POSTs to these paths one network may send; the first limit that knows a path
    /// counts.
    public record Limit(
            @NotEmpty String name,
            @NotEmpty List<String> paths,
            @Positive int burst,
            @Positive int perMinute) {}
}

package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithTinkuy
class OpenApiIT {

    private final TinkuySystem system;

    OpenApiIT(TinkuySystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/registration", "/session", "/notification"})
    void describesTheApiInOpenApi31(String part) {
        var answer = system.get("/api/openapi" + part);

        assertThat(answer.statusCode()).isEqualTo(200);
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(answer.body(), null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
        assertThat(parsed.getOpenAPI().getServers())
                .extracting(Server::getUrl)
                .containsExactly(system.baseUrl());
        assertThat(answer.body()).doesNotContain("/internal/", "/actuator");
    }
}

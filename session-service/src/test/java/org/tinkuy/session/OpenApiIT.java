package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.testing.openapi.DocumentedService;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class OpenApiIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired private JsonMapper json;

    @Test
    void doesWhatItsDocumentSays() {
        assertThat(new DocumentedService("session", handlers, json).differences()).isEmpty();
    }
}

package org.tinkuy.registration;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the description at `/api/openapi/registration` says beyond the handlers.
@Configuration(proxyBeanMethods = false)
class RegistrationServiceOpenApi {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        var device =
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The token that a sign-in returned");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tinkuy: who attends")
                                .version("1")
                                .description(
                                        "Attendees, sign-in, registrations and seats. Every failure"
                                                + " is a problem (RFC 9457) with a stable type."))
                .servers(List.of(new Server().url("/").description("the gateway")))
                .components(new Components().addSecuritySchemes("device", device));
    }

    /// Every operation may fail, and all fail in the same form.
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> {
                        operation.getResponses().addApiResponse("400", failure("Invalid request"));
                        operation.getResponses().addApiResponse("default", failure("Refused"));
                    });
        };
    }

    private static ApiResponse failure(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        var error =
                new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("code", new StringSchema())
                        .addProperty("detail", new StringSchema());
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().example("urn:tinkuy:problem:wrong-code"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }
}

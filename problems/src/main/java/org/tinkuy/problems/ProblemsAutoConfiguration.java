package org.tinkuy.problems;

import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Gives a service its problems and its checks of input.
@AutoConfiguration(
        afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ProblemsAutoConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    Problems failuresAsProblems(ProblemWriter writer) {
        return new Problems(writer);
    }

    @Bean
    FailuresOutside failuresOutsideOfHandlers(ProblemWriter writer) {
        return new FailuresOutside(writer);
    }

    @Bean
    InputRules inputRules(Validator validator) {
        return new InputRules(validator);
    }

    @Bean
    WebFluxRegistrations handlers() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Handlers();
            }

            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new UncancelledHandlers();
            }
        };
    }

    @Bean
    WebFluxConfigurer listsAsTheyAreWritten() {
        return new WebFluxConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(new WrittenLists());
            }
        };
    }

    /// Of bodies only: what a service writes, and what it reads of others, is another matter.
    @Bean
    WebFluxConfigurer strictBodies(JsonMapper json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().jacksonJsonDecoder(new BodyDecoder(strict(json)));
            }
        };
    }

    private static JsonMapper strict(JsonMapper json) {
        var strict =
                json.rebuild()
                        // A field that nobody reads was meant to do something.
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        // Of two values for one field, either may be the one that is meant.
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        StrictInput.configureForCallers(strict);
        return strict.withCoercionConfig(LogicalType.Textual, ProblemsAutoConfiguration::textsOnly)
                .build();
    }

    /// In files of YAML a word without quotes may look like a number; in JSON nothing does.
    private static void textsOnly(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}

package org.tinkuy.problems;

import java.time.ZoneId;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.module.SimpleModule;

/// Reads numbers as numbers, texts as texts and dates as dates: nothing is guessed. Bodies of
/// requests are read so, and no unknown field is passed over in them ([ProblemsAutoConfiguration]).
@Configuration(proxyBeanMethods = false)
public class StrictInput {

    public static void configure(MapperBuilder<?, ?> mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .addModule(
                        WrittenTimes.addTo(
                                new SimpleModule("strict")
                                        .addDeserializer(
                                                ZoneId.class, new TimeZoneDeserializer())));
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictInput::configure;
    }
}

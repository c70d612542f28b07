package org.tinkuy.problems;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Reads numbers as numbers, texts as texts and dates as dates: nothing is guessed, and a time of
/// day is written as people write it, `18:00`. Bodies of requests are read so, and no unknown field
/// is passed over in them ([ProblemsAutoConfiguration]).
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
                                        .addSerializer(LocalTime.class, ToStringSerializer.instance)
                                        .addDeserializer(
                                                ZoneId.class, new TimeZoneDeserializer())));
    }

    /// For what people and their programs send. What services tell each other was checked when it
    /// came in, and may be older than a rule.
    public static void configureForCallers(MapperBuilder<?, ?> mapper) {
        configure(mapper);
        var texts = WrittenTexts.addTo(new SimpleModule("callers"));
        mapper.addModule(WrittenEnums.addTo(WrittenNumbers.addTo(WrittenIds.addTo(texts))))
                // An empty text is given, and is no date, number or list.
                .withCoercionConfigDefaults(coercion ->
                        coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictInput::configure;
    }
}

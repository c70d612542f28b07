package org.tinkuy.problems;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
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

/// Reads numbers as numbers, texts as texts and dates as dates: nothing is guessed, and nothing is
/// passed over. Whoever sends `sendAt` where there is no such field believes that it is heeded.
@Configuration(proxyBeanMethods = false)
public class StrictInput {

    public static void configure(MapperBuilder<?, ?> mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .addModule(
                        new SimpleModule("strict")
                                .addDeserializer(ZoneId.class, new TimeZoneDeserializer()));
        for (var type :
                new Class<?>[] {LocalDate.class, LocalTime.class, Year.class, YearMonth.class}) {
            mapper.withConfigOverride(
                    type, override -> override.setFormat(JsonFormat.Value.forLeniency(false)));
        }
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictInput::configure;
    }
}

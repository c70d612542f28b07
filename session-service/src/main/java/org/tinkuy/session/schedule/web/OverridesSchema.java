package org.tinkuy.session.schedule.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.SchedulingRule;

/// How [Overrides] are sent, which is not how they are kept.
@Configuration(proxyBeanMethods = false)
class OverridesSchema {

    @Bean
    OpenApiCustomizer overrides() {
        var schema = new Schema<Object>();
        schema.setDescription(
                "Why rules are to be broken: a reason by rule, or one text where one rule is"
                        + " broken.");
        schema.setOneOf(List.of(reason(), byRule()));
        return api -> api.getComponents().addSchemas(Overrides.class.getSimpleName(), schema);
    }

    private static Schema<?> byRule() {
        var byRule = new Schema<Object>();
        byRule.setTypes(Set.of("object"));
        byRule.setAdditionalProperties(false);
        for (var rule : SchedulingRule.values()) {
            byRule.addProperty(rule.word(), reason());
        }
        byRule.setExample(
                Map.of(
                        SchedulingRule.OUTSIDE_PLENARY_WINDOW.word(),
                        "The minister flies at noon."));
        return byRule;
    }

    private static Schema<?> reason() {
        var reason = new Schema<Object>();
        reason.setTypes(Set.of("string"));
        reason.setMaxLength(Exemption.LONGEST);
        return reason;
    }
}

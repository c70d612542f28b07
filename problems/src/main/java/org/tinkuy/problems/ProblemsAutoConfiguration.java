package org.tinkuy.problems;

import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Gives a service its problems and its checks of input.
@AutoConfiguration(
        afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ProblemsAutoConfiguration {

    @Bean
    Problems failuresAsProblems() {
        return new Problems();
    }

    @Bean
    InputRules inputRules(Validator validator) {
        return new InputRules(validator);
    }
}

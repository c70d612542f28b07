package org.tinkuy.session.input;

import jakarta.validation.Validation;
import org.tinkuy.problems.InputRules;

public final class InputFixtures {

    private InputFixtures() {}

    public static InputRules rules() {
        return new InputRules(Validation.buildDefaultValidatorFactory().getValidator());
    }
}

package org.tinkuy.registration.identity;

import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldErrors;

/// What people say of themselves, and what is wrong with it.
public final class PersonalFields extends FieldErrors {

    static final int LONGEST_NAME = 200;

    public @Nullable String name(String field, @Nullable String typed) {
        if (typed == null || PersonKey.simplified(typed).isEmpty()) {
            wrong(field, "required", "Give a name that can be seen.");
            return null;
        }
        return line(field, typed, LONGEST_NAME);
    }
}

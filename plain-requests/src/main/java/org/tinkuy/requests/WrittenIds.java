package org.tinkuy.requests;

import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Takes an empty id for no id, rather than for none: who gives one means something by it. An
/// editor, since Spring falls back on its own where a converter refuses.
@ControllerAdvice
class WrittenIds {

    @InitBinder
    void ids(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new WrittenId.Editor());
    }
}

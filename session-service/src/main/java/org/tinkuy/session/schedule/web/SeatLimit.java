package org.tinkuy.session.schedule.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.schedule.Capacity;

/// @param capacity `null` lifts the limit, and has to be said: a forgotten field lifts nothing
record SeatLimit(
        @JsonProperty(required = true) @Nullable @Min(1) @Max(Capacity.LARGEST) Integer capacity) {

    @Nullable Capacity toCapacity() {
        return capacity == null ? null : new Capacity(capacity);
    }
}

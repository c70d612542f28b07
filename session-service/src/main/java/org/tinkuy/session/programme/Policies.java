package org.tinkuy.session.programme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What holds for everything in a programme.
///
/// @param travel how long a speaker needs from one place of it to another; `null`: nobody stated it
public record Policies(
        Admission admission,
        @Nullable PlenaryWindow plenary,
        @Nullable Duration travel,
        @Nullable Newsletter newsletter,
        @Nullable DeviceRule deviceRule,
        @Nullable Dialogue dialogue) {

    /// @param acknowledgement what a visitor reads after entering an address
    public record Newsletter(String name, @Nullable TextByLanguage acknowledgement) {}

    /// @param activeDevices on how many devices a person may be active at once
    /// @param message what the person reads on one device more
    public record DeviceRule(
            int activeDevices, String appliesTo, @Nullable TextByLanguage message) {}

    public record Dialogue(boolean questions, boolean commitmentsTracked) {}
}

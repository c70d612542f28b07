package org.tinkuy.site.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PreferencesTests {

    /// Chromium says so of a clock that Firefox calls `Asia/Kolkata`.
    @Test
    void readATimeZoneByItsNameOfToday() {
        assertThat(Preferences.zone("Asia/Calcutta")).contains(ZoneId.of("Asia/Kolkata"));
        assertThat(Preferences.zone("UTC-5")).isEmpty();
        assertThat(Preferences.zone(null)).isEmpty();
    }
}

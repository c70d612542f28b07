package org.tinkuy.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/// The one `Clock` of an application: the system's, or a movable one where `tinkuy.clock.file`
/// names a file.
@AutoConfiguration
public class ClockAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${tinkuy.clock.file:${TINKUY_CLOCK_FILE:}}") String file) {
        return file.isBlank()
                ? Clock.systemUTC()
                : new MovableClock(Clock.systemUTC(), Path.of(file));
    }
}

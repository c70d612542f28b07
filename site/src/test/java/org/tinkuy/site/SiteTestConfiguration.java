package org.tinkuy.site;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tinkuy.site.programme.PublishedSchedule;

@TestConfiguration(proxyBeanMethods = false)
class SiteTestConfiguration {

    @Bean
    StubServices stub() {
        return StubServices.INSTANCE;
    }

    @Bean
    @Primary
    Clock standingClock() {
        return Clock.fixed(SitePagesTests.NOW, ZoneOffset.UTC);
    }

    @Bean
    SmartInitializingSingleton filled(PublishedSchedule schedule) {
        return () -> {
            Schedules.fill(schedule);
            schedule.heardAll();
        };
    }
}

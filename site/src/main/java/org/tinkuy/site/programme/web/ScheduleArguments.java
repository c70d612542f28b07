package org.tinkuy.site.programme.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// A page's method takes the schedule as an argument.
@Configuration(proxyBeanMethods = false)
class ScheduleArguments implements WebFluxConfigurer {

    private final PageSchedule schedule;

    ScheduleArguments(PageSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(schedule);
    }
}

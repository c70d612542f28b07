package org.tinkuy.site.page;

import java.time.Duration;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.VersionResourceResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.site.visitor.Visitors;

@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebFluxConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Visitors visitors;

    PageConfiguration(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(visitors);
    }

    /// Whatever a browser says that it accepts, there is but one form of each answer.
    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
        builder.fixedResolver(MediaType.ALL);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.PATH + "**")
                .addResourceLocations("classpath:/" + Assets.LOCATION)
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        // Browsers ask for it by this name, whatever the page says.
        registry.addResourceHandler("/*.ico")
                .addResourceLocations("classpath:/" + Assets.LOCATION)
                .setCacheControl(CacheControl.maxAge(A_WEEK).cachePublic());
    }

    @Bean
    static WebFluxRegistrations pageHandlers() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PageHandlers();
            }
        };
    }

    /// A word that is missing in a language is a fault that a test finds, so nothing falls back.
    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}

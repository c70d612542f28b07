package org.tinkuy.site;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class SiteApplication {

    static void main(String[] arguments) {
        SpringApplication.run(SiteApplication.class, arguments);
    }
}

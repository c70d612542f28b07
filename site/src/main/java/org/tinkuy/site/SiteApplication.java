package org.tinkuy.site;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.tinkuy.settings.Start;

@SpringBootApplication
@ConfigurationPropertiesScan
public class SiteApplication {

    static void main(String[] arguments) {
        Start.of(SiteApplication.class, arguments);
    }
}

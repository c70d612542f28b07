package org.tinkuy.registration;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.tinkuy.problems.KnownFieldsOnly;
import org.tinkuy.settings.Start;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import(KnownFieldsOnly.class)
public class RegistrationServiceApplication {

    public static void main(String[] args) {
        Start.of(RegistrationServiceApplication.class, args);
    }
}

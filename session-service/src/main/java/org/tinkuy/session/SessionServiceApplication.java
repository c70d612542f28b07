package org.tinkuy.session;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.tinkuy.problems.StrictInput;
import org.tinkuy.settings.Start;

@SpringBootApplication
@Import(StrictInput.class)
@ConfigurationPropertiesScan
public class SessionServiceApplication {

    public static void main(String[] args) {
        Start.of(SessionServiceApplication.class, args);
    }
}

package org.tinkuy.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.tinkuy.problems.StrictInput;
import org.tinkuy.settings.Start;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import(StrictInput.class)
public class NotificationServiceApplication {

    public static void main(String[] args) {
        Start.of(NotificationServiceApplication.class, args);
    }
}

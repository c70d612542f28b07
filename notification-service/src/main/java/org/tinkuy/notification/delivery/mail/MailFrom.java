package org.tinkuy.notification.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;

/// The sender of every mail.
@Component
class MailFrom {

    private final InternetAddress address;

    MailFrom(NotificationSettings settings) {
        try {
            var parsed = new InternetAddress(settings.mail().from(), true);
            parsed.setPersonal(parsed.getPersonal(), StandardCharsets.UTF_8.name());
            this.address = parsed;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "TINKUY_MAIL_FROM is no sender: " + settings.mail().from(), e);
        }
    }

    InternetAddress address() {
        return (InternetAddress) address.clone();
    }

    String name() {
        var name = address.getPersonal();
        return name == null ? address.getAddress() : name;
    }

    String domain() {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}

package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DeviceTokenTests {

    private final DeviceToken token = DeviceToken.random(new SecureRandom());

    @Test
    void is256BitsThatACookieCanCarry() {
        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(DeviceToken.parse(token.value())).contains(token);
    }

    @Test
    void isNoOtherText() {
        assertThat(DeviceToken.parse("")).isEmpty();
        assertThat(DeviceToken.parse(token.value() + "=")).isEmpty();
        assertThat(DeviceToken.parse("'" + token.value().substring(1))).isEmpty();
    }

    @Test
    void staysOutOfLogs() {
        assertThat(token.toString()).doesNotContain(token.value());
    }
}

package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.OddRequests;

@RunningService
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsIT {

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired People people;

    @Test
    void areRefusedWithWordsAndWithoutAStack(CapturedOutput output) {
        var caller = people.signIn("odd@example.org");
        var requests = OddRequests.ofService(port, handlers, "Authorization: " + caller.bearer());

        assertThat(requests.faults()).isEmpty();

        assertThat(output.getOut().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }
}

package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.OddRequests;

@RunningService
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsIT {

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void areRefusedWithWordsAndWithoutAStack(CapturedOutput output) {
        var requests = OddRequests.ofService(port, handlers, "Authorization: " + Callers.owner());

        assertThat(requests.faults()).isEmpty();

        assertThat(output.getOut().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }
}

package org.tinkuy.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `/actuator/republish`: POST writes one compacted topic of the service, or all, again.
@Endpoint(id = "republish")
class RepublishEndpoint {

    private final Republication republication;

    RepublishEndpoint(Republication republication) {
        this.republication = republication;
    }

    @WriteOperation
    Map<String, Long> republish(@Nullable String topic) {
        return republication.republish(each -> topic == null || topic.equals(each));
    }
}

package org.tinkuy.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/// How messages are written and read, whatever a service's HTTP API does: camelCase, instants as
/// RFC 3339 in UTC, absent values left out, unknown members ignored.
public final class MessageJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion
                                    .withValueInclusion(JsonInclude.Include.NON_NULL)
                                    .withContentInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private MessageJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }
}

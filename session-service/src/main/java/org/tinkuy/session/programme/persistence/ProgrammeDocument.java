package org.tinkuy.session.programme.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.tinkuy.session.programme.Programme;
import tools.jackson.databind.json.JsonMapper;

/// The stored form of a programme: its own records as JSON. A field that a stored document does not
/// have yet is read as not stated.
final class ProgrammeDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withConfigOverride(
                            List.class,
                            lists ->
                                    lists.setNullHandling(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .build();

    private ProgrammeDocument() {}

    static String write(Programme programme) {
        return JSON.writeValueAsString(programme);
    }

    static Programme read(String document) {
        return JSON.readValue(document, Programme.class);
    }
}

package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class MisfitsTests {

    private static final JsonMapper MAPPER = mapper();

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder();
        StrictInput.configureForCallers(mapper);
        return mapper.build();
    }

    record Shelf(
            @JsonProperty(required = true) @Nullable Integer width,
            @JsonProperty(required = true) @Nullable Boolean locked,
            @Nullable List<Shelf> beside,
            @Nullable Finish finish,
            @Nullable LocalDate made,
            @Nullable ZoneId zone,
            @Nullable UUID id) {}

    enum Finish {
        ROUGH
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'locked':true,'width':'x'} | width wrong-type",
                "{'locked':[],'width':'x'} | locked wrong-type, width wrong-type",
                "{'width':'x'} | width wrong-type, locked required",
                "{'width':'x','locked':true,'finish':'smooth'} | width wrong-type, finish invalid-value",
                "{'width':'x','locked':true,'finish':' rough'} | width wrong-type, finish invalid-value",
                "{'width':'x','locked':true,'finish':'rough'} | width wrong-type",
                "{'width':1,'locked':true,'finish':5} | finish wrong-type",
                "{'width':1,'locked':true,'finish':2147483648} | finish wrong-type",
                "{'width':1,'locked':true,'finish':1e999999999} | finish wrong-type",
                "{'width':1,'locked':2147483648} | locked wrong-type",
                "{'width':1,'locked':1e999999999} | locked wrong-type",
                "{'width':1,'locked':true,'made':5,'zone':5,'id':5} | made wrong-type, zone wrong-type, id wrong-type",
                "{'width':1,'locked':true,'made':'5','zone':'5','id':'5'} | made invalid-date, zone invalid-time-zone, id invalid-id",
                "{} | width required, locked required",
                "{'width':1,'locked':true,'beside':[{'width':'x'},5]} | beside[0].width wrong-type,"
                        + " beside[0].locked required, beside[1] wrong-type",
            })
    void namesEachFieldOnce(String json, String errors) {
        assertThat(misfits(json).errors())
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly(errors.split(", ", -1));
    }

    private static Misfits<Shelf> misfits(String json) {
        return Misfits.in(
                MAPPER.reader()
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(json.replace('\'', '"')),
                MAPPER.readerFor(Shelf.class)::readValue);
    }
}

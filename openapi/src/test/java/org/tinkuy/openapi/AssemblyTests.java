package org.tinkuy.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AssemblyTests {

    private static final Source COMMON =
            source(
                    "common",
                    """
                    info: {title: All, version: "1"}
                    components:
                      securitySchemes: {deviceToken: {type: http, scheme: bearer}}
                      schemas:
                        Problem: {type: object}
                        Language: {type: string}
                        Unused: {type: string}
                      responses:
                        Invalid: {description: no, content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}}
                        Unauthenticated: {description: no}
                        Forbidden: {description: no}
                        NotFound: {description: no}
                        NotAcceptable: {description: no}
                        BodyTooLarge: {description: no}
                        AddressTooLong: {description: no}
                        UnsupportedMediaType: {description: no}
                        TooManyRequests: {description: no}
                        HeadersTooLarge: {description: no}
                        Unexpected: {description: no}
                        Unavailable: {description: no}
                        Timeout: {description: no}
                    """);

    private static final String SEATS =
            """
            info: {title: Seats, version: "1"}
            tags: [{name: Seats, description: How many.}]
            paths:
              /api/seats/{id}:
                get:
                  operationId: getSeats
                  tags: [Seats]
                  security: []
                  responses:
                    "200": {description: yes, content: {application/json: {schema: {$ref: "#/components/schemas/Seats"}}}}
            components:
              schemas:
                Seats: {type: object, properties: {language: {$ref: "#/components/schemas/Language"}}}
            """;

    private static final String PROGRAMMES =
            """
            info: {title: Programmes, version: "1"}
            tags: [{name: Programmes, description: What.}]
            paths:
              /api/programmes:
                post:
                  operationId: createProgramme
                  tags: [Programmes]
                  security: [{deviceToken: []}]
                  x-refusals: [403]
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses:
                    "400": {description: in its own words}
                    "204": {description: yes}
            components: {}
            """;

    @Test
    void givesEachDocumentWhatItUsesOfWhatIsCommon() {
        var document = documents(SEATS).of("one", "https://tinkuy.example.org");

        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactly("Seats", "Problem", "Language");
        assertThat(document.at("/components/securitySchemes").propertyNames())
                .containsExactly("deviceToken");
        assertThat(document.at("/servers/0/url").asString())
                .isEqualTo("https://tinkuy.example.org");
        assertThat(document.at("/info/title").asString()).isEqualTo("Seats");
    }

    @Test
    void writesTheRefusalsThatAnyOperationMayGive() {
        assertThat(responses(documents(SEATS).of("one", "/"), "/api/seats/{id}", "get"))
                .containsExactly(
                        "200", "400", "401", "404", "406", "413", "414", "429", "431", "500", "503",
                        "504");
    }

    @Test
    void writesThoseThatComeOfABodyAndThoseThatAreNamed() {
        var document = documents(PROGRAMMES).of("one", "/");

        assertThat(responses(document, "/api/programmes", "post"))
                .containsExactly(
                        "204", "400", "401", "403", "413", "414", "415", "429", "431", "500", "503",
                        "504");
        assertThat(document.toString()).contains("in its own words").doesNotContain("x-refusals");
    }

    @Test
    void makesOneOfAllInTheOrderOfTheServices() {
        var whole = documents(SEATS, PROGRAMMES).whole("/");

        assertThat(whole.at("/info/title").asString()).isEqualTo("All");
        assertThat(whole.path("tags").findValuesAsString("name"))
                .containsExactly("Seats", "Programmes");
        assertThat(whole.path("paths").propertyNames())
                .containsExactly("/api/seats/{id}", "/api/programmes");
    }

    @Test
    void refusesANameThatMeansTwoThings() {
        isRefused(
                "operation getSeats is there twice",
                SEATS,
                PROGRAMMES.replace("createProgramme", "getSeats"));
        isRefused(
                "path get /api/seats/{} is there twice",
                SEATS,
                SEATS.replace("{id}", "{slug}").replace("getSeats", "other"));
        isRefused(
                "schemas Seats is there twice",
                SEATS,
                PROGRAMMES.replace("components: {}", "components: {schemas: {Seats: {}}}"));
    }

    @Test
    void refusesWhatLeadsNowhereAndWhereNothingLeads() {
        isRefused("There is no #/components/schemas/Other.", SEATS.replace("Language", "Other"));
        isRefused(
                "nobody uses schemas Seats",
                SEATS.replace(
                        "\"#/components/schemas/Seats\"", "\"#/components/schemas/Language\""));
        isRefused("Tags are [Seats], used are [Rooms].", SEATS.replace("[Seats]", "[Rooms]"));
    }

    @Test
    void refusesAnOperationThatDoesNotSayWhoMayAsk() {
        isRefused(
                "get /api/seats/{id} needs security and responses.",
                SEATS.replace("security: []", "summary: none"));
    }

    @Test
    void refusesAStatusThatNothingDescribes() {
        isRefused("refuses with 418", PROGRAMMES.replace("[403]", "[418]"));
    }

    private static void isRefused(String why, String... files) {
        assertThatThrownBy(() -> documents(files).whole("/")).hasMessageContaining(why);
    }

    private static Documents documents(String... files) {
        var names = List.of("one", "two");
        var sources = new Source[files.length];
        for (var i = 0; i < files.length; i++) {
            sources[i] = source(names.get(i), files[i]);
        }
        return new Documents(COMMON, List.of(sources));
    }

    private static Source source(String name, String yaml) {
        return new Source(name, (ObjectNode) YAMLMapper.shared().readTree(yaml));
    }

    private static Iterable<String> responses(ObjectNode document, String path, String method) {
        return document.path("paths").path(path).path(method).path("responses").propertyNames();
    }
}

package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.importing.file.FileFixtures;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.Others;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.testing.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContractTests {

    static final Contract PROGRAMME_PUBLISHED = new Contract("programmes", "programme-published");
    static final Contract SESSION_PUBLISHED = new Contract("sessions", "session-published");
    static final Contract PUBLICATION_REFUSED = new Contract("publications", "publication-refused");
    static final List<Contract> CONTRACTS =
            List.of(PROGRAMME_PUBLISHED, SESSION_PUBLISHED, PUBLICATION_REFUSED);

    private final List<ProgrammePlan> plans =
            FileFixtures.read(Path.of("../samples/heading-to-perumin.yaml")).stream()
                    .map(plan -> plan.ahead(LocalDate.parse("2026-11-22")))
                    .toList();

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void everySampleFitsItsSchema(Contract contract) {
        assertThat(contract.samples()).isNotEmpty();
        assertThat(contract.samples())
                .allSatisfy(sample -> assertThat(contract.violations(sample)).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void theSchemaRefusesWhatIsMissingOrUndocumented(Contract contract) {
        var body = (ObjectNode) contract.sample(1);

        assertThat(contract.violations(body.deepCopy().put("colour", "red"))).isNotEmpty();
        assertThat(contract.violations(body.deepCopy().without("id"))).isNotEmpty();
        assertThat(contract.violations(body.deepCopy().put("timeZone", 5))).isNotEmpty();
    }

    @Test
    void publishesProgrammesThatFitTheSchema() {
        assertThat(plans)
                .allSatisfy(plan ->
                        assertThat(PROGRAMME_PUBLISHED.violations(published(plan))).isEmpty());
    }

    @Test
    void publishesSessionsThatFitTheSchema() {
        for (var plan : plans) {
            for (var draft : plan.sessions()) {
                var session =
                        Session.schedule(
                                        SessionId.next(),
                                        draft,
                                        plan.programme(),
                                        Others.of(plan.programme(), List.of()),
                                        Insistence.ALL_IS_MEANT,
                                        Instant.MIN)
                                .session()
                                .limitedTo(new Capacity(500));
                var published = json(SessionPublished.of(session, plan.programme()));

                assertThat(SESSION_PUBLISHED.violations(published)).isEmpty();
            }
        }
    }

    /// Together the samples show consumers every field there is.
    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void theSamplesShowEveryField(Contract contract) throws IOException {
        var schema =
                MessageJson.mapper()
                        .readTree(
                                Files.readString(
                                        contract.topicFolder()
                                                .resolve(contract.message() + ".schema.json")));

        assertThat(contract.samples().stream().flatMap(sample -> sample.propertyNames().stream()))
                .containsAll(schema.get("properties").propertyNames());
    }

    private static JsonNode published(ProgrammePlan plan) {
        return json(ProgrammePublished.of(FileFixtures.published(plan)));
    }

    private static JsonNode json(Object message) {
        return MessageJson.mapper().valueToTree(message);
    }
}

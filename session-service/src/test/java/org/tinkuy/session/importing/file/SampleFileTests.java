package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.Others;
import org.tinkuy.session.schedule.Session;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionPublished;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Holds what is published against the file itself, read without this service's own code: every
/// fact of the file arrives, and nothing that the file does not state.
class SampleFileTests {

    private static final Path FILE = Path.of("../samples/heading-to-perumin.yaml");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    /// What the service adds: identity, defaults and what is derived.
    private static final Set<String> ADDED = Set.of("id", "programmeId", "eventId", "version");

    private static final Map<String, String> RENAMED =
            Map.of("fair", "stands", "stand", "title", "followUpTrainings", "followUps");

    private final List<ProgrammePlan> plans =
            FileFixtures.read(FILE).stream().map(plan -> plan.ahead(TODAY)).toList();

    @Test
    @SuppressWarnings("unchecked")
    void publishesEveryFactOfEveryProgrammeAndNothingElse() throws IOException {
        var facts = facts();
        assertThat(plans).hasSameSizeAs(facts);
        for (var i = 0; i < facts.size(); i++) {
            var published = published(plans.get(i));
            var stated = (Map<String, Object>) asPublished(facts.get(i), weeks(plans.get(i)));
            stated.putIfAbsent("admission", "open");
            if (weeks(plans.get(i)) != 0) {
                stated.put("shiftedWeeks", weeks(plans.get(i)));
            }

            assertThat(published).isEqualTo(stated);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void publishesEverySessionWithWhatItInherits() throws IOException {
        var facts = facts();
        for (var i = 0; i < facts.size(); i++) {
            var programme = facts.get(i);
            var stated = new ArrayList<Map<String, Object>>();
            sessionsOf(programme).forEach(stated::add);
            ((List<Map<String, Object>>) programme.getOrDefault("events", List.of()))
                    .forEach(event -> stated.addAll(sessionsOf(event)));
            var expected = new ArrayList<Object>();
            for (var session : stated) {
                var inherited = new LinkedHashMap<>(session);
                inherited.putIfAbsent("time_zone", programme.get("time_zone"));
                inherited.putIfAbsent("admission", programme.getOrDefault("admission", "open"));
                if (programme.get("place") != null) {
                    inherited.putIfAbsent("place", programme.get("place"));
                }
                expected.add(asPublished(inherited, weeks(plans.get(i))));
            }

            assertThat(sessions(plans.get(i))).isEqualTo(expected);
        }
    }

    @Test
    void setsApurimacsEveningsAhead() {
        var headingToPerumin = plans.getFirst();
        var apurimac = headingToPerumin.programme().events().get(1);

        assertThat(apurimac.starts()).isEqualTo("2026-11-25");
        assertThat(apurimac.ends()).isEqualTo("2026-11-26");
        assertThat(apurimac.announced()).isEqualTo("2026-11-18");
        assertThat(headingToPerumin.sessions())
                .extracting(SessionPlan::eventId)
                .containsOnly(apurimac.id());
        assertThat(
                        headingToPerumin
                                .sessions()
                                .getFirst()
                                .times()
                                .startsAt(headingToPerumin.programme().setting().timeZone()))
                .isEqualTo("2026-11-25T23:00:00Z");
    }

    @Test
    void leavesThreeEventsToBeAnnounced() {
        assertThat(plans.getFirst().programme().events())
                .filteredOn(event -> event.starts() == null)
                .extracting(event -> event.slug())
                .containsExactly("arequipa", "ancash", "cajamarca");
    }

    @Test
    void movesNoMonthAndNoYear() {
        assertThat(plans.get(1).programme().setting().month()).hasToString("2022-09");
        assertThat(plans.get(1).programme().shiftedWeeks()).isZero();
        assertThat(plans.getFirst().challenges().get(1).year()).hasToString("2022");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> facts() throws IOException {
        var file = new YAMLMapper().readValue(Files.readString(FILE), Map.class);
        return (List<Map<String, Object>>) Objects.requireNonNull(file.get("programmes"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> sessionsOf(Map<String, Object> parent) {
        return (List<Map<String, Object>>)
                Objects.requireNonNullElse(parent.get("sessions"), List.of());
    }

    private static int weeks(ProgrammePlan plan) {
        return plan.programme().shiftedWeeks();
    }

    /// The file's words in the contract's form: camel case, dates moved, sessions elsewhere.
    private static Object asPublished(Object stated, int weeks) {
        return switch (stated) {
            case Map<?, ?> map when map.keySet().equals(Set.of("role")) ->
                    Objects.requireNonNull(map.get("role"));
            case Map<?, ?> map -> {
                var published = new TreeMap<String, Object>();
                map.forEach((key, value) -> {
                    if (!key.equals("sessions")) {
                        published.put(
                                RENAMED.getOrDefault(camel(key), camel(key)),
                                asPublished(value, weeks));
                    }
                });
                yield published;
            }
            case List<?> list -> list.stream().map(item -> asPublished(item, weeks)).toList();
            case String text when text.matches("\\d{4}-\\d{2}-\\d{2}") ->
                    LocalDate.parse(text).plusWeeks(weeks).toString();
            default -> stated;
        };
    }

    private static String camel(Object key) {
        var camel = new StringBuilder();
        for (var word : key.toString().split("_", -1)) {
            camel.append(
                    camel.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static Object published(ProgrammePlan plan) {
        return stripped(
                MessageJson.mapper()
                        .convertValue(
                                ProgrammePublished.of(FileFixtures.published(plan)), Map.class));
    }

    private static List<Object> sessions(ProgrammePlan plan) {
        return plan.sessions().stream()
                .map(draft ->
                        Session.schedule(
                                        SessionId.next(),
                                        draft,
                                        plan.programme(),
                                        Others.of(plan.programme(), List.of()),
                                        Insistence.ALL_IS_MEANT,
                                        Instant.MIN)
                                .session())
                .map(session -> SessionPublished.of(session, plan.programme()))
                .map(session -> {
                    var map = MessageJson.mapper().convertValue(session, Map.class);
                    map.remove("startsAt");
                    map.remove("endsAt");
                    return stripped(map);
                })
                .toList();
    }

    private static Object stripped(Object published) {
        return switch (published) {
            case Map<?, ?> map -> {
                var stripped = new TreeMap<String, Object>();
                map.forEach((key, value) -> {
                    if (!ADDED.contains(key) && !value.equals(List.of())) {
                        stripped.put(key.toString(), stripped(value));
                    }
                });
                yield stripped;
            }
            case List<?> list -> list.stream().map(SampleFileTests::stripped).toList();
            default -> published;
        };
    }
}

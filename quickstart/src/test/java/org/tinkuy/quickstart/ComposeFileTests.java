package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Rules that the Compose file has to keep, read as a plain document: Docker itself is not needed.
class ComposeFileTests {

    private static final Path CHECKOUT = Path.of("..");

    private static final String AS_OUTSIDE = "${TINKUY_IT:-}";

    /// Nothing of it is in containers.
    private static final Set<String> QUICKSTART_AND_TESTS_ONLY =
            Set.of(
                    "TINKUY_CHROMIUM",
                    "TINKUY_URL",
                    "TINKUY_INBOX_URL",
                    "TINKUY_DATA",
                    "TINKUY_FIREFOX",
                    "TINKUY_HOME",
                    "TINKUY_JVM_OPTIONS",
                    "TINKUY_MAKE_CACHES");

    private final Map<String, Map<String, Object>> services = services("docker-compose.yml");
    private final Map<String, @Nullable Map<String, Object>> networks =
            part("docker-compose.yml", "networks");

    @Test
    void runsEveryServiceOfTheQuickstart() {
        assertThat(services.keySet())
                .containsAll(Parts.SERVICES)
                .contains("postgres", "kafka", "mailpit");
        assertThat(Parts.SERVICES)
                .allSatisfy(name ->
                        assertThat(service(name).get("build"))
                                .asInstanceOf(InstanceOfAssertFactories.MAP)
                                .containsEntry("args", Map.of("SERVICE", name)));
    }

    @Test
    void pinsEveryImage() {
        assertThat(services.values())
                .extracting(service -> (String) service.get("image"))
                .allSatisfy(image -> assertThat(image).matches("[a-z/-]+:v?\\d+[.\\d]*[\\w.-]*"))
                .noneMatch(image -> image.endsWith(":latest"));
    }

    @Test
    void publishesTheGatewayOnlyAndTheInboxToThisMachine() {
        assertThat(ports("gateway")).hasSize(1);
        assertThat(ports("mailpit")).singleElement().asString().startsWith("127.0.0.1:");
        assertThat(services.keySet())
                .filteredOn(name -> !ports(name).isEmpty())
                .containsExactlyInAnyOrder("gateway", "mailpit");
    }

    @Test
    void carriesNoSecret() {
        assertThat(services.values())
                .flatExtracting(ComposeFileTests::environment)
                .filteredOn(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|_KEY)"))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(Objects.toString(entry.getValue(), AS_OUTSIDE))
                                .as(entry.getKey())
                                .matches("\\$\\{TINKUY_[A-Z_]+:(\\?.+|-)}"));
    }

    @Test
    void passesEachServiceEveryVariableThatItReads() {
        for (var name : Parts.SERVICES) {
            assertThat(keys(name))
                    .as(name)
                    .containsAll(
                            Variables.readBy(name).stream()
                                    .filter(variable -> !isPortInside(variable))
                                    .toList());
        }
    }

    @Test
    void knowsEveryVariableThatTheDocumentsName() throws IOException {
        var known = new TreeSet<>(QUICKSTART_AND_TESTS_ONLY);
        known.addAll(Variables.in(CHECKOUT.resolve("docker-compose.yml")));
        assertThat(Variables.documented())
                .filteredOn(variable -> !isPortInside(variable))
                .isSubsetOf(known);
    }

    /// What is not in it is called unread when a service starts.
    @Test
    void settingsListEveryVariable() throws IOException {
        var all = new TreeSet<>(Variables.documented());
        all.addAll(Variables.in(CHECKOUT.resolve("docker-compose.yml")));
        Parts.SERVICES.forEach(name -> all.addAll(Variables.readBy(name)));
        assertThat(CHECKOUT.resolve("settings/src/main/resources/org/tinkuy/settings/variables"))
                .hasContent(String.join("\n", all));
    }

    @Test
    void givesNobodyMoreThanItNeeds() {
        assertThat(services)
                .allSatisfy((name, service) -> {
                    assertThat(service)
                            .containsEntry("cap_drop", List.of("ALL"))
                            .containsEntry("security_opt", List.of("no-new-privileges:true"))
                            .containsKeys("mem_limit", "pids_limit", "networks");
                    assertThat(service.get("read_only")).isEqualTo(!name.equals("kafka"));
                });
        assertThat(networksOf("gateway")).doesNotContain("data", "mail");
        assertThat(networksOf("site")).doesNotContain("data", "mail", "edge");
        assertThat(networksOf("postgres")).containsExactly("data");
        assertThat(networksOf("kafka")).containsExactly("broker");
        assertThat(networks)
                .allSatisfy((name, network) ->
                        assertThat(network != null && network.containsKey("internal"))
                                .as(name)
                                .isEqualTo(!List.of("edge", "mail").contains(name)));
    }

    @Test
    void knowsTheHealthOfEverythingThatIsOurs() {
        assertThat(Parts.SERVICES)
                .allSatisfy(name ->
                        assertThat(service(name))
                                .containsKeys("healthcheck", "depends_on", "restart"));
    }

    @Test
    void doesWithoutMailpitWhereItsImageIsNotToBeHad() {
        assertThat(services("docker-compose.inbox.yml").keySet()).containsExactly("mailpit");
    }

    private Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    private List<?> ports(String service) {
        return (List<?>) service(service).getOrDefault("ports", List.of());
    }

    @SuppressWarnings("unchecked")
    private List<String> networksOf(String service) {
        return (List<String>) service(service).getOrDefault("networks", List.of());
    }

    private List<String> keys(String service) {
        return environment(service(service)).stream().map(Map.Entry::getKey).toList();
    }

    /// In containers ports are fixed; only those on the host are chosen.
    private static boolean isPortInside(String variable) {
        return variable.endsWith("_PORT")
                && !Set.of("TINKUY_INBOX_PORT", "TINKUY_SMTP_PORT").contains(variable);
    }

    @SuppressWarnings("unchecked")
    private static List<Map.Entry<String, Object>> environment(Map<String, Object> service) {
        return List.copyOf(
                ((Map<String, Object>) service.getOrDefault("environment", Map.of())).entrySet());
    }

    private static Map<String, Map<String, Object>> services(String file) {
        return part(file, "services");
    }

    private static <T extends @Nullable Object> Map<String, T> part(String file, String name) {
        try (var reader = Files.newBufferedReader(CHECKOUT.resolve(file))) {
            Map<String, Map<String, T>> document = new Yaml().load(reader);
            return document.getOrDefault(name, Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

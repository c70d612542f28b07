package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Rules that the Compose file has to keep, read as a plain document: Docker itself is not needed.
class ComposeFileTests {

    private static final Path CHECKOUT = Path.of("..");

    private final Map<String, Map<String, Object>> services = services("docker-compose.yml");

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
                        assertThat(entry.getValue().toString())
                                .as(entry.getKey())
                                .matches("\\$\\{TINKUY_[A-Z_]+:(\\?.+|-)}"));
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
    private static List<Map.Entry<String, Object>> environment(Map<String, Object> service) {
        return List.copyOf(
                ((Map<String, Object>) service.getOrDefault("environment", Map.of())).entrySet());
    }

    private static Map<String, Map<String, Object>> services(String file) {
        try (var reader = Files.newBufferedReader(CHECKOUT.resolve(file))) {
            Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(reader);
            return document.getOrDefault("services", Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

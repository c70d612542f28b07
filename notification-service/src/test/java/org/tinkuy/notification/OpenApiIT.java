package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryState;
import org.tinkuy.notification.delivery.Failure;
import org.tinkuy.notification.delivery.LaterFacts;
import org.tinkuy.notification.delivery.Retried;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.ConsentText;
import org.tinkuy.notification.newsletter.ConsentTexts;
import org.tinkuy.openapi.Documents;
import org.tinkuy.testing.openapi.DocumentedService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class OpenApiIT {

    private static final JsonNode SCHEMAS =
            Documents.read().of("notification", "/").at("/components/schemas");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired JsonMapper json;
    @Autowired ConsentTexts consents;

    @Test
    void doesWhatItsDocumentSays() {
        assertThat(new DocumentedService("notification", handlers, json).differences()).isEmpty();
    }

    @Test
    void documentsEveryWordThatItSaysAndTakes() {
        assertThat(words("/DeliveryState"))
                .isEqualTo(all(Arrays.stream(DeliveryState.values()).map(DeliveryState::label)));
        assertThat(words("/DeliveryKind"))
                .isEqualTo(all(Arrays.stream(DeliveryKind.values()).map(DeliveryKind::label)));
        assertThat(words("/Delivery/properties/cause"))
                .isEqualTo(all(Arrays.stream(Failure.values()).map(Failure::label)));
        assertThat(words("/DeliveryLaterFact/properties/fact"))
                .isEqualTo(
                        all(Arrays.stream(LaterFacts.What.values()).map(LaterFacts.What::label)));
        assertThat(names("/RetriedDeliveries/properties/skipped/properties"))
                .isEqualTo(all(Arrays.stream(Retried.Skip.values()).map(Retried.Skip::label)));
        assertThat(words("/CampaignState"))
                .isEqualTo(all(Arrays.stream(CampaignState.values()).map(CampaignState::label)));
        assertThat(names("/WordsByLanguage/properties")).isEqualTo(Language.TAGS);
        assertThat(names("/SubjectByLanguage/properties")).isEqualTo(Language.TAGS);
    }

    /// They are added to for ever; a client's author has to see the new one.
    @Test
    void documentsEveryTextThatIsAgreedTo() {
        assertThat(words("/FormConsent")).isEqualTo(versions(ConsentText.Place.FORM));
        assertThat(words("/ButtonConsent")).isEqualTo(versions(ConsentText.Place.BUTTON));
    }

    private List<String> versions(ConsentText.Place place) {
        return all(
                consents.all().stream()
                        .filter(text -> text.place() == place)
                        .map(ConsentText::version));
    }

    private static List<String> words(String schema) {
        return all(
                SCHEMAS.at(schema).path("enum").values().stream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString));
    }

    private static List<String> names(String schema) {
        return List.copyOf(SCHEMAS.at(schema).propertyNames());
    }

    private static List<String> all(Stream<String> words) {
        return words.toList();
    }
}

package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.retention.RemoveExpired;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.JsonNode;

@RunningService
class SubscriptionIT {

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired RemoveExpired removeExpired;
    @Autowired MovableTime clock;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @AfterEach
    void timeIsRealAgain() {
        clock.reset();
    }

    @Test
    void subscribesWhoeverConfirmsByTheMailedLink() {
        var address = Newsletters.anAddress();

        var answer = newsletters.ask(address, "es");

        assertThat(answer.get("newsletter").asString()).isEqualTo("Newsletter PERUMIN 35");
        assertThat(answer.get("acknowledgement").get("es").asString())
                .isEqualTo("Gracias por registrarte. Pronto recibirás nuestros boletines.");
        assertThat(state(address)).isEqualTo("pending");

        var mail = newsletters.mail(address, 1);
        assertThat(Newsletters.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(Newsletters.header(mail, "List-Unsubscribe")).isEmpty();
        newsletters.confirm(Newsletters.confirmationToken(mail));

        assertThat(state(address)).isEqualTo("confirmed");
        assertThat(
                        newsletters.texts(
                                "select what || '/' || how || '/' || c.language || '/' || c.version"
                                        + " from consents c join subscriptions s"
                                        + " on s.id = c.subscription_id"
                                        + " where s.address = $1 order by c.id",
                                address))
                .containsExactly(
                        "asked/form/es/newsletter-form-1", "confirmed/page/en/newsletter-button-1");
    }

    @Test
    void provesConsentByLinesThatNobodyChanges() {
        newsletters.subscribed("en");

        assertThatThrownBy(() ->
                        database.sql("update consents set version = 'something else'")
                                .fetch()
                                .rowsUpdated()
                                .block())
                .hasMessageContaining("consent is only ever added");
    }

    @Test
    void followsTheLanguageThatAnAttendeeChangesTo() {
        var address = newsletters.subscribed("en");
        var attendee = UUID.randomUUID();

        recorded(attendee, address, "es", 1);
        recorded(attendee, address, "qu", 2);

        await().untilAsserted(() -> assertThat(language(address)).isEqualTo("qu"));
    }

    /// Who subscribed in one language and registered in another has not changed anything.
    @Test
    void keepsTheLanguageOfWhoIsHeardOfForTheFirstTime() {
        var address = newsletters.subscribed("en");
        var other = newsletters.subscribed("en");
        var attendee = UUID.randomUUID();

        recorded(UUID.randomUUID(), address, "es", 1);
        recorded(attendee, other, "es", 1);
        recorded(attendee, other, "qu", 2);

        await().untilAsserted(() -> assertThat(language(other)).isEqualTo("qu"));
        assertThat(language(address)).isEqualTo("en");
    }

    /// As where somebody subscribed in one language, signs in in another and sets it then.
    @Test
    void followsTheLanguageThatAnAttendeeSetsAlthoughTheyHadIt() {
        var address = newsletters.subscribed("en");
        var attendee = UUID.randomUUID();
        recorded(attendee, address, "fr", 1);

        setsPreferences(attendee, address, "2026-11-22T15:00:20Z", 2);
        await().untilAsserted(() -> assertThat(language(address)).isEqualTo("fr"));

        subscribeAgain(address, "en");
        setsPreferences(attendee, address, "2026-11-22T15:00:20Z", 3);
        recordedAnother();
        assertThat(language(address)).as("what was set before follows nothing").isEqualTo("en");
    }

    /// Both are read at once where this service was away meanwhile.
    @Test
    void followsWhatAnAttendeeSetBeforeTheyWereHeardOf() {
        var address = newsletters.subscribed("en");

        setsPreferences(UUID.randomUUID(), address, "2026-11-22T15:00:20Z", 2);

        await().untilAsserted(() -> assertThat(language(address)).isEqualTo("fr"));
    }

    private void subscribeAgain(String address, String language) {
        database.sql("update subscriptions set language = :language where address = :address")
                .bind("language", language)
                .bind("address", address)
                .then()
                .block();
    }

    /// Read after what was said before.
    private void recordedAnother() {
        var address = newsletters.subscribed("en");
        setsPreferences(UUID.randomUUID(), address, "2026-11-22T15:00:20Z", 2);
        await().untilAsserted(() -> assertThat(language(address)).isEqualTo("fr"));
    }

    private void setsPreferences(UUID attendee, String address, String at, long version) {
        var body = OtherServices.sample("attendees", "attendee-recorded", 4);
        body.put("id", attendee.toString()).put("address", address).put("preferencesSetAt", at);
        others.say("attendees", "attendee-recorded", attendee.toString(), version, body);
    }

    private void recorded(UUID attendee, String address, String language, long version) {
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", attendee.toString()).put("address", address).put("language", language);
        others.say("attendees", "attendee-recorded", attendee.toString(), version, body);
    }

    private String language(String address) {
        return newsletters
                .texts("select language from subscriptions where address = $1", address)
                .getFirst();
    }

    @Test
    void answersEveryAddressAlike() {
        var known = newsletters.subscribed("en");
        var gone = newsletters.subscribed("en");
        newsletters.unsubscribe(tokenOf(gone));

        var unknown = newsletters.ask(Newsletters.anAddress(), "en");

        assertThat(newsletters.ask(known, "en")).isEqualTo(unknown);
        assertThat(newsletters.ask(gone, "en")).isEqualTo(unknown);
    }

    @Test
    void tellsWhoeverIsOnTheListAlreadyInTheMailAndNowhereElse() {
        var known = newsletters.subscribed("en");
        newsletters.ask(known, "en");

        assertThat(Newsletters.text(newsletters.mail(known, 2))).contains("You already receive it");
        assertThat(state(known)).isEqualTo("confirmed");
    }

    @Test
    void mailsAnAddressThreeTimesAnHourHoweverOftenItIsEntered() {
        var address = Newsletters.anAddress();
        for (var i = 0; i < 8; i++) {
            newsletters.ask(address.toUpperCase(java.util.Locale.ROOT), "en");
        }

        assertThat(deliveriesTo(address)).isEqualTo(3);
        clock.pass(Duration.ofMinutes(61));
        newsletters.ask(address, "en");
        assertThat(deliveriesTo(address)).isEqualTo(4);
    }

    @Test
    void mailsAnAddressThreeTimesAnHourAlsoWhenRequestsComeTogether() throws Exception {
        var address = Newsletters.anAddress();
        var threads =
                java.util.stream.IntStream.range(0, 8)
                        .mapToObj(
                                _ -> Thread.ofVirtual().start(() -> newsletters.ask(address, "en")))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(deliveriesTo(address)).isEqualTo(3);
    }

    @Test
    void tellsWhatALinkIsAboutAndChangesNothing() {
        var address = Newsletters.anAddress();
        newsletters.ask(address, "en");
        var token = Newsletters.confirmationToken(newsletters.mail(address, 1));

        var link = look(token, 200);
        assertThat(link.get("programmeId").asString()).isEqualTo(newsletters.programme.toString());
        assertThat(link.get("newsletter").asString()).isEqualTo("Newsletter PERUMIN 35");
        assertThat(link.get("address").asString()).isEqualTo(address);
        assertThat(link.get("confirmed").asBoolean()).isFalse();
        assertThat(state(address)).isEqualTo("pending");

        newsletters.confirm(token);
        assertThat(look(token, 200).get("confirmed").asBoolean()).isTrue();
        var farewell = "/api/unsubscriptions/" + tokenOf(address);
        var before = newsletters.call(HttpMethod.GET, farewell, null, null, 200);
        assertThat(state(address)).isEqualTo("confirmed");
        newsletters.unsubscribe(tokenOf(address));
        var after = newsletters.call(HttpMethod.GET, farewell, null, null, 200);

        assertThat(before.get("programmeId").asString())
                .isEqualTo(newsletters.programme.toString());
        assertThat(before.get("ended").asBoolean()).isFalse();
        assertThat(after.get("ended").asBoolean()).isTrue();
        look(token, 410);
        look("x", 410);
        newsletters.call(
                HttpMethod.GET, "/api/unsubscriptions/AAAAAAAAAAAAAAAAAAAAAAAA", null, null, 404);
    }

    private JsonNode look(String token, int expected) {
        return newsletters.call(
                HttpMethod.POST,
                "/api/newsletter-confirmations/preview",
                null,
                Map.of("token", token),
                expected);
    }

    @Test
    void confirmsByAnyOfTheLinksAndOnlyOnce() {
        var address = Newsletters.anAddress();
        newsletters.ask(address, "en");
        var first = Newsletters.confirmationToken(newsletters.mail(address, 1));
        newsletters.ask(address, "es");
        var second = Newsletters.confirmationToken(newsletters.mail(address, 2));

        newsletters.confirm(second);
        newsletters.confirm(second);
        newsletters.confirm(first);

        assertThat(
                        newsletters.count(
                                "select count(*) from consents c join subscriptions s"
                                        + " on s.id = c.subscription_id"
                                        + " where s.address = $1 and c.what = 'confirmed'",
                                address))
                .isEqualTo(1);
    }

    @Test
    void doesNotTakeALinkThatIsOlderThanAWeekAndForgetsTheAddress() {
        var address = Newsletters.anAddress();
        newsletters.ask(address, "en");
        var token = Newsletters.confirmationToken(newsletters.mail(address, 1));

        clock.pass(Duration.ofDays(7).plusSeconds(1));

        refusedConfirmation(token);
        removeExpired.round().block();
        assertThat(
                        newsletters.count(
                                "select count(*) from subscriptions where address = $1", address))
                .isZero();
        assertThat(
                        newsletters.count(
                                "select count(*) from consents c where not exists"
                                        + " (select from subscriptions s"
                                        + " where s.id = c.subscription_id)"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void doesNotTakeALinkThatItDidNotWrite(String token) {
        refusedConfirmation(token);
    }

    @Test
    void endsASubscriptionByThePostAloneAndAsOftenAsOneLikes() {
        var address = newsletters.subscribed("en");
        var token = tokenOf(address);

        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT}) {
            http.method(method)
                    .uri("/api/unsubscriptions/" + token)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(method.equals(HttpMethod.PUT) ? 405 : 200);
        }
        assertThat(state(address)).isEqualTo("confirmed");

        newsletters.call(
                HttpMethod.POST,
                "/api/unsubscriptions/" + token,
                null,
                Map.of("how", "one-click"),
                200);
        newsletters.unsubscribe(token);

        assertThat(state(address)).isEqualTo("unsubscribed");
        assertThat(
                        newsletters.texts(
                                "select how from consents c join subscriptions s"
                                        + " on s.id = c.subscription_id"
                                        + " where s.address = $1 and what = 'unsubscribed'",
                                address))
                .containsExactly("one-click");
        assertThat(
                        newsletters.count(
                                "select count(*) from outbox_messages"
                                        + " where type = 'unsubscribed' and data like $1",
                                "%" + newsletters.programme + "%"))
                .isEqualTo(1);
    }

    @Test
    void takesNoWayOfFarewellThatItDoesNotKnow() {
        var address = newsletters.subscribed("en");
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/unsubscriptions/" + tokenOf(address),
                        null,
                        Map.of("how", "by-phone"),
                        400);

        assertThat(problem.get("errors").get(0).get("detail").asString())
                .contains("page, one-click");
        assertThat(state(address)).isEqualTo("confirmed");
    }

    @Test
    void doesNotUndoAFarewellByAnOldConfirmation() {
        var address = Newsletters.anAddress();
        newsletters.ask(address, "en");
        var old = Newsletters.confirmationToken(newsletters.mail(address, 1));
        newsletters.confirm(old);
        newsletters.unsubscribe(tokenOf(address));

        refusedConfirmation(old);
        newsletters.ask(address, "en");
        newsletters.confirm(Newsletters.confirmationToken(newsletters.mail(address, 2)));

        assertThat(state(address)).isEqualTo("confirmed");
    }

    @Test
    void knowsNoTokenThatItDidNotMint() {
        for (var token : new String[] {"x", "AAAAAAAAAAAAAAAAAAAAAAAA"}) {
            newsletters.call(HttpMethod.POST, "/api/unsubscriptions/" + token, null, null, 404);
        }
    }

    @Test
    void hasNoNewsletterWhereTheProgrammeOffersNone() {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/newsletters/" + UUID.randomUUID() + "/subscriptions",
                        null,
                        Map.of("address", "rosa@example.org", "language", "es"),
                        404);
        assertThat(problem.get("type").asString()).isEqualTo("urn:tinkuy:problem:not-found");
    }

    @Test
    void saysWhatIsWrongWithAField() {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/newsletters/" + newsletters.programme + "/subscriptions",
                        null,
                        Map.of("address", "rosa\r\nBcc: all@example.org", "language", "xx"),
                        400);
        assertThat(problem.get("errors").toString())
                .contains("\"address\"", "invalid-address", "unknown-language");
    }

    /// What was agreed to is ours to know, and not the caller's to say.
    @ParameterizedTest
    @ValueSource(strings = {"newsletter-form-0", "newsletter-button-1", "What I read.", " "})
    void knowsEveryTextThatIsAgreedTo(String consent) {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/newsletters/" + newsletters.programme + "/subscriptions",
                        null,
                        Map.of("address", "rosa@example.org", "language", "es", "consent", consent),
                        400);
        assertThat(problem.get("errors").toString())
                .contains("\"consent\"")
                .containsAnyOf("unknown-consent", "required");
        newsletters.call(
                HttpMethod.POST,
                "/api/newsletters/" + newsletters.programme + "/subscriptions",
                null,
                Map.of("address", "rosa@example.org", "language", "es", "text", "My own words"),
                400);
    }

    @Test
    void tellsTheTextsThatAreAgreedTo() {
        var texts = newsletters.call(HttpMethod.GET, "/api/newsletters/consents", null, null, 200);

        assertThat(texts.toString())
                .contains("newsletter-form-1", "newsletter-button-1")
                .contains("\"place\":\"form\"")
                .contains("Recibirás el boletín");
    }

    @Test
    void tellsTheSizeOfAListToThoseWhoWriteIt() {
        newsletters.subscribed("en");
        newsletters.ask(Newsletters.anAddress(), "en");
        var path = "/api/newsletters/" + newsletters.programme + "/subscriptions/count";

        var size = newsletters.call(HttpMethod.GET, path, newsletters.bearer, null, 200);

        assertThat(size.get("confirmed").asLong()).isEqualTo(1);
        assertThat(size.get("active").asLong()).isEqualTo(1);
        assertThat(size.get("suppressed").asLong()).isZero();
        assertThat(size.get("pending").asLong()).isEqualTo(1);
        newsletters.call(HttpMethod.GET, path, null, null, 401);
        newsletters.call(
                HttpMethod.GET, path, Callers.bearer("editor:" + UUID.randomUUID()), null, 404);
    }

    private void refusedConfirmation(String token) {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/newsletter-confirmations",
                        null,
                        Map.of("token", token, "consent", "newsletter-button-1"),
                        410);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:tinkuy:problem:confirmation-over");
    }

    private String state(String address) {
        return newsletters
                .texts("select state from subscriptions where address = $1", address)
                .getFirst();
    }

    private String tokenOf(String address) {
        return newsletters
                .texts("select unsubscribe_token from subscriptions where address = $1", address)
                .getFirst();
    }

    private long deliveriesTo(String address) {
        await().atMost(Newsletters.PATIENCE)
                .until(() ->
                        newsletters.count(
                                        "select count(*) from subscriptions where address = $1",
                                        address)
                                == 1);
        return newsletters.count(
                "select count(*) from all_deliveries d join subscriptions s on s.id = d.recipient_id"
                        + " where s.address = $1",
                address);
    }

    @Test
    void saysAtOnceWhatAConfirmationLacks() {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/newsletter-confirmations",
                        null,
                        Map.of("language", "xx"),
                        400);

        assertThat(problem.get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("token", "language", "consent");
    }

    @Test
    void asksForTheTokenOfAConfirmation() {
        for (var body : List.of(Map.of(), Map.of("token", ""))) {
            var problem =
                    newsletters.call(
                            HttpMethod.POST, "/api/newsletter-confirmations", null, body, 400);

            assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("token");
            assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("required");
        }
    }
}

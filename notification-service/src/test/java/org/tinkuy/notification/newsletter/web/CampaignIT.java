package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tinkuy.testing.Callers;

@RunningService
class CampaignIT {

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @Test
    void sendsEverySubscriberOneCopyInTheirLanguage() {
        var spanish = newsletters.subscribed("es");
        var quechua = newsletters.subscribed("qu");
        var english = newsletters.subscribed("en");
        var gone = newsletters.subscribed("en");
        newsletters.unsubscribe(tokenOf(gone));
        var asked = Newsletters.anAddress();
        newsletters.ask(asked, "en");
        newsletters.mail(asked, 1);

        var campaign = newsletters.written(1000);
        assertThat(newsletters.campaign(campaign).get("audience").asLong()).isEqualTo(3);
        newsletters.act(campaign, "sending");
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");

        assertThat(subject(spanish)).isEqualTo("Novedades para amiga, amigo");
        assertThat(subject(quechua)).isEqualTo("Novedades para amiga, amigo");
        assertThat(subject(english)).isEqualTo("News of Heading to PERUMIN, Bicentennial Edition");
        var mail = newsletters.mail(english, 2);
        assertThat(Newsletters.html(mail)).contains("<em>reader</em>", "<b>there</b>");
        assertThat(Newsletters.text(mail))
                .contains("Hello reader", "You receive Newsletter PERUMIN 35")
                .contains("https://tinkuy.example.org/newsletter/unsubscribe/" + tokenOf(english));
        assertThat(server.received(gone)).hasSize(1);
        assertThat(server.received(asked)).hasSize(1);
        var progress = newsletters.campaign(campaign).get("progress");
        assertThat(progress.get("recipients").asLong()).isEqualTo(3);
        assertThat(progress.get("sent").asLong()).isEqualTo(3);
        assertThat(progress.get("queued").asLong()).isZero();
    }

    @Test
    void isAListToMailProgramsAndNoAutomaticAnswer() {
        var address = newsletters.subscribed("en");
        var campaign = newsletters.written(1000);
        newsletters.act(campaign, "sending");
        var mail = newsletters.mail(address, 2);

        assertThat(Newsletters.header(mail, "Auto-Submitted")).isEmpty();
        assertThat(Newsletters.header(mail, "List-Id"))
                .isEqualTo(
                        "Newsletter PERUMIN 35"
                                + " <heading-to-perumin.newsletters.tinkuy.example.org>");
        assertThat(Newsletters.header(mail, "List-Unsubscribe"))
                .isEqualTo(
                        "<https://tinkuy.example.org/newsletter/unsubscribe/"
                                + tokenOf(address)
                                + ">");
        assertThat(Newsletters.header(mail, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void saysWhereAnswersGoAndWhatInboxesShowBesideTheSubject() {
        var address = newsletters.subscribed("en");
        var written =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns",
                        newsletters.bearer,
                        Map.of(
                                "programmeId", newsletters.programme,
                                "subject", Map.of("en", "News"),
                                "text", Map.of("en", "Hello"),
                                "preheader", Map.of("en", "For {{name}}: <dates> & places"),
                                "replyTo", " Team@example.org "),
                        201);
        assertThat(written.get("replyTo").asString()).isEqualTo("team@example.org");
        assertThat(written.get("preheader").get("en").asString()).startsWith("For {{name}}");
        newsletters.act(UUID.fromString(written.get("id").asString()), "sending");
        var mail = newsletters.mail(address, 2);

        assertThat(Newsletters.header(mail, "Reply-To")).isEqualTo("team@example.org");
        assertThat(Newsletters.html(mail))
                .containsPattern("(?s)<body>\\s*<div[^>]*>For reader: &lt;dates&gt; &amp; places<");
        assertThat(Newsletters.text(mail)).doesNotContain("<dates>");
    }

    @Test
    void sendsAnswersToTheContactOfTheProgrammeWhereNothingElseIsSaid() {
        newsletters.hasAContact("equipo@example.org");
        var address = newsletters.subscribed("en");
        newsletters.act(newsletters.written(100), "sending");

        assertThat(Newsletters.header(newsletters.mail(address, 2), "Reply-To"))
                .isEqualTo("equipo@example.org");
    }

    @Test
    void callsAnAttendeeByNameAndLetsNoNameIntoAHeader() {
        var address = newsletters.subscribed("en");
        var attendee = UUID.randomUUID();
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", attendee.toString())
                .put("address", address)
                .put("name", "Ana\r\nBcc: all@example.org <b>");
        others.say("attendees", "attendee-recorded", attendee.toString(), 1, body);
        await().atMost(Newsletters.PATIENCE)
                .until(() ->
                        newsletters.count("select count(*) from recipients where id = $1", attendee)
                                == 1);
        var campaign =
                newsletters.written(
                        1000, Map.of("en", "For {{name}}"), Map.of("en", "Dear {{name}}!"));
        newsletters.act(campaign, "sending");
        var mail = newsletters.mail(address, 2);

        assertThat(Newsletters.header(mail, "Bcc")).isEmpty();
        assertThat(Newsletters.html(mail)).contains("&lt;b&gt;").doesNotContain("org <b>");
        assertThat(subject(address)).isEqualTo("For Ana Bcc: all@example.org <b>");
    }

    @Test
    void stopsCopiesThatWaitForWhoeverUnsubscribes() {
        newsletters.subscribe(60, "en");
        var campaign = newsletters.written(5);
        newsletters.act(campaign, "sending");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "sent") >= 1);
        newsletters.act(campaign, "pause");
        var waiting =
                newsletters.texts(
                        "select s.unsubscribe_token from all_deliveries d"
                                + " join subscriptions s on s.id = d.recipient_id"
                                + " where d.about[1] = $1 and d.state = 'paused'",
                        campaign);
        var notQueued =
                newsletters.texts(
                        "select s.unsubscribe_token from subscriptions s where s.programme_id = $1"
                                + " and not exists (select from all_deliveries d"
                                + " where d.recipient_id = s.id)",
                        newsletters.programme);
        assertThat(waiting).isNotEmpty();
        newsletters.unsubscribe(waiting.getFirst());
        newsletters.unsubscribe(notQueued.getLast());

        assertThat(newsletters.progress(campaign, "expired")).isEqualTo(1);
        assertThat(
                        newsletters.texts(
                                "select reason from all_deliveries"
                                        + " where about[1] = $1 and state = 'expired'",
                                campaign))
                .containsExactly("the recipient unsubscribed");
        newsletters.act(campaign, "resume");
        newsletters.awaitState(campaign, "finished");
        assertThat(newsletters.recipients()).hasSize(58).doesNotHaveDuplicates();
        assertThat(newsletters.progress(campaign, "recipients")).isEqualTo(60);
        assertThat(newsletters.progress(campaign, "expired")).isEqualTo(2);
    }

    @Test
    void leavesOutWhoUnsubscribedBetweenQueueAndMailServer() {
        var address = newsletters.subscribed("en");
        var campaign = newsletters.written(1);
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");
        // as if the farewell had met the copy in a worker's hands
        newsletters.unsubscribe(tokenOf(address));
        newsletters.count(
                """
                with over as (delete from ended_deliveries where about[1] = $1 returning *),
                    counted as (delete from delivery_counts where about = $1),
                    again as (
                        insert into deliveries (id, dedupe_key, kind, lane, channel, recipient_id,
                            about, programme_id, state, created_at, expires_at, next_attempt_at)
                        select id, dedupe_key, kind, lane, channel, recipient_id,
                            about, programme_id, 'ready', created_at, expires_at, next_attempt_at
                        from over returning 1)
                select count(*) from again
                """,
                campaign);
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "expired") == 1);

        assertThat(server.received(address)).hasSize(2);
    }

    @Test
    void pausesAtOnceAndResumesWithoutLosingOrDoublingAnybody() {
        newsletters.subscribe(60, "es");
        var campaign = newsletters.written(10);
        newsletters.act(campaign, "sending");
        for (var round = 1; round <= 3; round++) {
            var sent = (long) round * 5;
            await().atMost(Newsletters.PATIENCE)
                    .until(() -> newsletters.progress(campaign, "sent") >= sent);
            assertThat(newsletters.act(campaign, "pause").get("state").asString())
                    .isEqualTo("paused");
            assertThat(
                            newsletters.count(
                                    "select count(*) from all_deliveries"
                                            + " where about[1] = $1 and state = 'ready'",
                                    campaign))
                    .isZero();
            newsletters.act(campaign, "resume");
        }
        newsletters.awaitState(campaign, "finished");

        assertThat(new HashSet<>(newsletters.recipients())).hasSize(60);
        assertThat(newsletters.recipients()).hasSize(60);
    }

    @Test
    void goesToThoseWhoHadConfirmedWhenItStarted() {
        newsletters.subscribe(20, "es");
        var campaign = newsletters.written(5);
        newsletters.act(campaign, "sending");
        var late = newsletters.subscribed("es");
        newsletters.awaitState(campaign, "finished");

        assertThat(newsletters.progress(campaign, "sent")).isEqualTo(20);
        assertThat(server.received(late)).hasSize(1);
    }

    @Test
    void keepsToTheStatedRate() {
        newsletters.subscribe(40, "es");
        var campaign = newsletters.written(10);
        var began = System.nanoTime();
        newsletters.act(campaign, "sending");
        newsletters.awaitState(campaign, "finished");

        assertThat(System.nanoTime() - began).isGreaterThan(3_500_000_000L);
    }

    @Test
    void endsEveryCopyOfACancelledCampaign() {
        newsletters.subscribe(50, "es");
        var campaign = newsletters.written(5);
        newsletters.act(campaign, "sending");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.progress(campaign, "sent") >= 1);
        newsletters.act(campaign, "cancel");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> newsletters.campaign(campaign).has("endedAt"));

        var progress = newsletters.campaign(campaign).get("progress");
        assertThat(progress.get("queued").asLong()).isZero();
        assertThat(progress.get("expired").asLong()).isPositive();
        assertThat(progress.get("recipients").asLong()).isEqualTo(50);
        assertThat(newsletters.recipients()).hasSizeLessThan(50);
        conflict(campaign, "resume");
        conflict(campaign, "sending");
    }

    /// Whenever somebody looks: each person is in one state, and nobody is lost from sight.
    @Test
    void countsEverybodyOnceAtAnyMoment() {
        newsletters.subscribe(60, "es");
        var campaign = newsletters.written(10);
        newsletters.act(campaign, "sending");
        for (var act : List.of("pause", "resume", "pause", "cancel")) {
            for (var look = 0; look < 10; look++) {
                assertThat(sumOfStates(campaign)).isEqualTo(60);
            }
            newsletters.act(campaign, act);
        }
        await().atMost(Newsletters.PATIENCE)
                .until(() -> {
                    assertThat(sumOfStates(campaign)).isEqualTo(60);
                    return newsletters.campaign(campaign).has("endedAt");
                });

        assertThat(sumOfStates(campaign)).isEqualTo(60);
        assertThat(newsletters.progress(campaign, "recipients")).isEqualTo(60);
        assertThat(newsletters.progress(campaign, "queued")).isZero();
    }

    private long sumOfStates(UUID campaign) {
        var progress = newsletters.campaign(campaign).get("progress");
        return Stream.of("queued", "sent", "failed", "unknown", "expired")
                .mapToLong(state -> progress.get(state).asLong())
                .sum();
    }

    @Test
    void copiesAnIssueIntoADraftAndDeletesDraftsOnly() {
        newsletters.subscribe(1, "es");
        var sent = newsletters.written(100);
        newsletters.act(sent, "sending");
        newsletters.awaitState(sent, "finished");
        var path = "/api/campaigns/" + sent;

        var copy = newsletters.call(HttpMethod.POST, path + "/copy", newsletters.bearer, null, 201);

        assertThat(copy.get("state").asString()).isEqualTo("draft");
        assertThat(copy.get("id").asString()).isNotEqualTo(sent.toString());
        assertThat(copy.get("subject")).isEqualTo(newsletters.campaign(sent).get("subject"));
        assertThat(copy.get("text")).isEqualTo(newsletters.campaign(sent).get("text"));
        var draft = "/api/campaigns/" + copy.get("id").asString();
        var foreign = Callers.bearer("editor:" + UUID.randomUUID());
        newsletters.call(HttpMethod.DELETE, draft, foreign, null, 404);
        newsletters.call(HttpMethod.POST, path + "/copy", foreign, null, 404);
        newsletters.call(HttpMethod.DELETE, draft, newsletters.bearer, null, 204);
        newsletters.call(HttpMethod.GET, draft, newsletters.bearer, null, 404);
        newsletters.call(HttpMethod.DELETE, path, newsletters.bearer, null, 409);
    }

    @Test
    void mailsATestToItsAuthorOnlyAndMarksIt() {
        var reader = newsletters.subscribed("en");
        var author = UUID.randomUUID();
        var address = Newsletters.anAddress();
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", author.toString()).put("address", address).put("language", "en");
        others.say("attendees", "attendee-recorded", author.toString(), 1, body);
        await().atMost(Newsletters.PATIENCE)
                .until(() ->
                        newsletters.count("select count(*) from recipients where id = $1", author)
                                == 1);
        var campaign = newsletters.written(10);
        newsletters.call(
                HttpMethod.POST,
                "/api/campaigns/" + campaign + "/test",
                Callers.bearerOf(author, "editor:" + newsletters.programme),
                null,
                202);
        newsletters.mail(address, 2);

        assertThat(server.received(address))
                .extracting(mail -> mail.message().getSubject())
                .anySatisfy(subject -> assertThat(subject).startsWith("[Prueba] Novedades para "))
                .anySatisfy(subject -> assertThat(subject).startsWith("[Test] News of "));
        assertThat(server.received(address))
                .allSatisfy(mail -> {
                    assertThat(mail.message().getHeader("List-Unsubscribe")).hasSize(1);
                    assertThat(mail.message().getHeader("List-Id")).hasSize(1);
                    assertThat(mail.message().getHeader("Auto-Submitted")).isNull();
                });
        assertThat(server.received(reader)).hasSize(1);
        assertThat(newsletters.campaign(campaign).get("state").asString()).isEqualTo("draft");
    }

    @Test
    void showsWhatRecipientsWillSee() {
        var campaign = newsletters.written(10);
        var previews =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns/" + campaign + "/preview",
                        newsletters.bearer,
                        null,
                        200);

        assertThat(previews.get("languages")).hasSize(2);
        var spanish = previews.get("languages").get(0);
        assertThat(spanish.get("language").asString()).isEqualTo("es");
        assertThat(spanish.get("subject").asString()).isEqualTo("Novedades para Rosa Quispe");
        assertThat(spanish.get("html").asString())
                .contains("<strong>Rosa Quispe</strong>", "lang=\"es\"")
                .doesNotContain("{name}", "{unsubscribe}", "TiNkUy");
        assertThat(spanish.get("text").asString()).contains("Hola Rosa Quispe");
        assertThat(spanish.get("preheader").asString()).isEmpty();
    }

    @Test
    void showsWhatInboxesWillShowBesideTheSubject() {
        var text =
                Map.of(
                        "programmeId", newsletters.programme,
                        "subject", Map.of("es", "Novedades"),
                        "preheader", Map.of("es", "Para {{nombre}} & familia"),
                        "text", Map.of("es", "Hola"));
        var campaign =
                newsletters
                        .call(HttpMethod.POST, "/api/campaigns", newsletters.bearer, text, 201)
                        .get("id")
                        .asString();

        var previews =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns/" + campaign + "/preview",
                        newsletters.bearer,
                        null,
                        200);

        assertThat(previews.get("languages").get(0).get("preheader").asString())
                .isEqualTo("Para Rosa Quispe & familia");
    }

    @Test
    void rewritesADraftAndNothingElse() {
        var campaign = newsletters.written(10);
        var text = Map.of("subject", Map.of("es", "Otra"), "text", Map.of("es", "Cosa"));
        var path = "/api/campaigns/" + campaign;
        var rewritten = newsletters.call(HttpMethod.PUT, path, newsletters.bearer, text, 200);
        assertThat(rewritten.get("subject").toString()).isEqualTo("{\"es\":\"Otra\"}");

        newsletters.act(campaign, "sending");

        var problem = newsletters.call(HttpMethod.PUT, path, newsletters.bearer, text, 409);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:tinkuy:problem:wrong-campaign-state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/preview", "/test", "/sending", "/pause", "/resume", "/cancel"})
    void isNotThereForAnybodyElse(String path) {
        var campaign = newsletters.written(10);
        var method = path.isEmpty() ? HttpMethod.GET : HttpMethod.POST;
        var others = Callers.bearer("organiser:" + UUID.randomUUID());
        for (var bearer : List.of(others, Callers.attendee())) {
            newsletters.call(method, "/api/campaigns/" + campaign + path, bearer, null, 404);
        }
        newsletters.call(method, "/api/campaigns/" + campaign + path, null, null, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/preview", "/test", "/sending", "/copy"})
    void sendsAndShowsNothingOfANewsletterThatIsOfferedNoMore(String path) {
        var campaign = newsletters.written(10);
        newsletters.isOfferedNoMore();

        newsletters.call(
                HttpMethod.POST,
                "/api/campaigns/" + campaign + path,
                newsletters.bearer,
                null,
                404);
    }

    @Test
    void sendsNothingOfAProgrammeThatWasTakenOffThePages() {
        var campaign = newsletters.written(10);
        newsletters.isTakenOffThePages();

        newsletters.call(
                HttpMethod.POST,
                "/api/campaigns/" + campaign + "/sending",
                newsletters.bearer,
                null,
                404);
    }

    @Test
    void listsTheCampaignsOfProgrammesThatOneEdits() {
        var first = newsletters.written(10);
        var second = newsletters.written(10);
        new Newsletters(http, others, server, database).written(10);

        var page =
                newsletters.call(
                        HttpMethod.GET, "/api/campaigns?limit=1", newsletters.bearer, null, 200);
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(second.toString());
        var next =
                newsletters.call(
                        HttpMethod.GET,
                        "/api/campaigns?limit=1&after=" + page.get("next").asString(),
                        newsletters.bearer,
                        null,
                        200);
        assertThat(next.get("items").get(0).get("id").asString()).isEqualTo(first.toString());
        assertThat(next.has("next")).isFalse();
        newsletters.call(HttpMethod.GET, "/api/campaigns", Callers.attendee(), null, 403);
    }

    private void conflict(UUID campaign, String act) {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns/" + campaign + "/" + act,
                        newsletters.bearer,
                        null,
                        409);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:tinkuy:problem:wrong-campaign-state");
    }

    private String subject(String address) {
        try {
            return newsletters.mail(address, 2).getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String tokenOf(String address) {
        return newsletters
                .texts("select unsubscribe_token from subscriptions where address = $1", address)
                .getFirst();
    }
}

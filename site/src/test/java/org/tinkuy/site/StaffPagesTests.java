package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.PROGRAMME;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who may do what, and the way in by an invitation.
@SiteTest
class StaffPagesTests {

    private static final String API = "/api/staff/" + PROGRAMME;
    private static final String PAGE = DESK + "/staff";
    private static final UUID LUZ = UUID.fromString("0195a1c0-0000-7000-8000-0000000000c1");
    private static final UUID INVITATION = UUID.fromString("0195a1c0-0000-7000-8000-0000000000c2");
    private static final String TOKEN = "AZnwoAscfS6fMEpbbH2OoAABAgMEBQYHCAkKCwwNDg8";
    private static final String LINK = "/staff/invitation/" + TOKEN;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeHasStaff() {
        services.reset();
        Drafted.told(services);
        services.answers(
                "GET " + API,
                200,
                """
                {"members":[
                   {"id":"%s","name":"Rosa","address":"rosa@example.org","role":"owner","ofOrganisation":false,"since":"2026-11-20T15:00:00Z"},
                   {"id":"%s","name":"","address":"luz@example.org","role":"editor","ofOrganisation":false,"since":"2026-11-21T15:00:00Z"},
                   {"id":"%s","name":"Ana","address":"ana@example.org","role":"owner","ofOrganisation":true,"since":"2026-11-19T15:00:00Z"}],
                 "invitations":[{"id":"%s","address":"new@example.org","role":"organiser","by":"%s","at":"2026-11-22T15:00:00Z","endsAt":"2099-11-29T15:00:00Z"}]}
                """
                        .formatted(Tokens.ROSA, LUZ, UUID.randomUUID(), INVITATION, Tokens.ROSA));
        services.answers(
                "POST /api/staff-invitations/preview",
                200,
                """
                {"programmeId":"%s","role":"editor","endsAt":"2099-11-29T15:00:00Z"}
                """
                        .formatted(Schedules.HEADING_TO_PERUMIN));
    }

    private Browser with(String role) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(role + ":" + PROGRAMME));
    }

    @Test
    void anOwnerSeesAndChangesEverybodyButOwnersOfTheOrganisation() {
        var page = with("owner").open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Rosa", "luz@example.org", "Ana", "new@example.org")
                .contains("/members/" + LUZ + "/role", "/invitations/" + INVITATION + "/removal")
                .contains("in every programme of the organisation");
        assertThat(page.html().split("/role\"", -1)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"organiser", "editor"})
    void othersSeeAndLeave(String role) {
        var page = with(role).open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Rosa", "Leave the staff", "What each role may do")
                .doesNotContain("/role\"", "Invite a colleague", "Take the role away");
    }

    @Test
    void nobodyElseSeesIt() {
        var elsewhere =
                new Browser(port)
                        .signedIn(Tokens.organiser("owner:" + UUID.randomUUID()))
                        .open(PAGE);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(new Browser(port).signedIn(Tokens.attendee()).open(PAGE).status())
                .isEqualTo(403);
        assertThat(new Browser(port).open(PAGE).header("Location")).startsWith("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "last-owner, no owner of its own",
        "owns-organisation, owns the organisation",
        "not-found, Here is how it is now",
    })
    void saysWhyItStaysAsItIs(String problem, String words) {
        services.answers(
                "DELETE " + API + "/members/" + LUZ,
                problem.equals("not-found") ? 404 : 409,
                "{\"type\":\"urn:tinkuy:problem:" + problem + "\"}");

        var page = with("owner").post(PAGE + "/members/" + LUZ + "/removal");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains(words, "<title>Error: Staff");
    }

    @Test
    void whatWasTypedIsStillThereWhereItIsRefused() {
        services.answers(
                "POST " + API + "/invitations",
                409,
                "{\"type\":\"urn:tinkuy:problem:already-staff\"}");

        var page =
                with("owner")
                        .post(
                                PAGE + "/invitations",
                                "address",
                                "luz@example.org",
                                "role",
                                "organiser",
                                "language",
                                "qu");

        assertThat(page.field("address")).isEqualTo("luz@example.org");
        assertThat(page.html()).contains("already has a role");
        assertThat(page.html())
                .containsPattern("value=\"organiser\" selected")
                .containsPattern("value=\"qu\" lang=\"qu\" selected");
    }

    @Test
    void theRemovalIsAskedForFirst() {
        assertThat(with("owner").open(PAGE + "/members/" + LUZ + "/removal").html())
                .contains("luz@example.org", "Take it away");
        assertThat(with("editor").open(PAGE + "/members/" + Tokens.ROSA + "/removal").html())
                .contains("Leave the staff");
        assertThat(with("owner").open(PAGE + "/members/" + UUID.randomUUID() + "/removal").status())
                .isEqualTo(404);
    }

    @Test
    void anInvitationIsAcceptedAfterSigningIn() {
        var stranger = new Browser(port).speaking("en");
        assertThat(stranger.open(LINK).html())
                .contains("Heading to PERUMIN", "Editor", "Sign in with the address")
                .doesNotContain(">Accept<");
        var sent = stranger.post(LINK + "/sign-in");
        assertThat(sent.header("Location")).isEqualTo("/sign-in?next=/staff/invitation");
        assertThat(stranger.open("/staff/invitation").header("Location")).isEqualTo(LINK);

        services.answers(
                "POST /api/staff-invitations",
                200,
                """
                {"programmeId":"%s","role":"editor","endsAt":"2099-11-29T15:00:00Z"}
                """
                        .formatted(Schedules.HEADING_TO_PERUMIN));
        var rosa = new Browser(port).speaking("en").signedIn(Tokens.attendee());
        assertThat(rosa.open(LINK).html()).contains(">Accept<");
        var accepted = rosa.follow(rosa.post(LINK));
        assertThat(accepted.html())
                .contains("You are on the staff", "/organiser/campaigns?programme=");
    }

    @ParameterizedTest
    @CsvSource({
        "sent-to-another-address, 403, mailed to another address",
        "invitation-over, 410, This invitation is over",
        "already-staff, 410, This invitation is over",
    })
    void saysWhyItIsNotAccepted(String problem, int status, String words) {
        services.answers(
                "POST /api/staff-invitations",
                status == 403 ? 403 : 410,
                "{\"type\":\"urn:tinkuy:problem:" + problem + "\"}");

        var page = new Browser(port).speaking("en").signedIn(Tokens.attendee()).post(LINK);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.html()).contains(words);
    }

    @Test
    void oneThatIsOverSaysSoBeforeAnybodySignsIn() {
        services.answers(
                "POST /api/staff-invitations/preview",
                410,
                "{\"type\":\"urn:tinkuy:problem:invitation-over\"}");

        var page = new Browser(port).speaking("en").open(LINK);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("This invitation is over");
    }
}

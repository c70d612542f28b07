package org.tinkuy.registration.staff;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Grants;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.identity.People.SignedIn;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class StaffIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UUID programme = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired Grants grants;
    @Autowired DatabaseClient database;
    @Autowired InvitationSecrets secrets;
    @Autowired MovableTime time;

    private SignedIn owner;

    @BeforeEach
    void aProgrammeHasAnOwner() {
        owner = with(Role.OWNER, programme);
    }

    @AfterEach
    void itIsNow() {
        time.reset();
    }

    private SignedIn with(Role role, UUID where) {
        var person = people.signIn(People.strangersAddress());
        grants.give(new AttendeeId(person.attendeeId()), new Grant(role, where), Instant.now())
                .block();
        return again(person);
    }

    /// With a token that says what they may now.
    private SignedIn again(SignedIn person) {
        return people.signIn(person.address());
    }

    private ResponseSpec ask(
            HttpMethod method, String path, @Nullable SignedIn by, @Nullable Object body) {
        var request = http.method(method).uri(path);
        if (by != null) {
            request.header(HttpHeaders.AUTHORIZATION, by.bearer());
        }
        return (body == null ? request : request.bodyValue(body)).exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static String problem(ResponseSpec answer) {
        return json(answer).path("type").asString().replace("urn:tinkuy:problem:", "");
    }

    private static JsonNode json(ResponseSpec answer) {
        return JSON.readTree(
                requireNonNull(answer.expectBody(byte[].class).returnResult().getResponseBody()));
    }

    private String staff() {
        return "/api/staff/" + programme;
    }

    private ResponseSpec invite(SignedIn by, String address, String role) {
        return ask(
                HttpMethod.POST,
                staff() + "/invitations",
                by,
                Map.of("address", address, "role", role, "language", "en"));
    }

    private UUID invited(String address, String role) {
        return UUID.fromString(json(invite(owner, address, role)).path("id").asString());
    }

    private ResponseSpec accept(SignedIn by, UUID invitation) {
        return accept(by, secrets.of(invitation));
    }

    private ResponseSpec accept(@Nullable SignedIn by, String token) {
        return ask(HttpMethod.POST, "/api/staff-invitations", by, Map.of("token", token));
    }

    private ResponseSpec set(SignedIn by, SignedIn whose, String role) {
        return ask(
                HttpMethod.PUT,
                staff() + "/members/" + whose.attendeeId() + "/role",
                by,
                Map.of("role", role));
    }

    private ResponseSpec remove(SignedIn by, SignedIn whose) {
        return ask(HttpMethod.DELETE, staff() + "/members/" + whose.attendeeId(), by, null);
    }

    private List<String> members() {
        var all = json(ask(HttpMethod.GET, staff(), people.organiser(), null)).path("members");
        return all.values().stream()
                .filter(member -> !member.path("ofOrganisation").asBoolean())
                .map(member ->
                        member.path("address").asString() + " " + member.path("role").asString())
                .toList();
    }

    private List<String> trail() {
        return requireNonNull(
                database.sql(
                                """
                                select what || ' ' || coalesce(role_before, '-') || ' '
                                    || coalesce(role_after, '-') as line
                                from staff_changes where programme_id = :programme
                                order by number
                                """)
                        .bind("programme", programme)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverReadsTheMailTakesTheRoleOnce(Role role) {
        var rosa = people.signIn(People.strangersAddress());
        var invitation = invited(rosa.address().toUpperCase(java.util.Locale.ROOT), role.claim());

        var looked =
                json(
                        ask(
                                HttpMethod.POST,
                                "/api/staff-invitations/preview",
                                null,
                                Map.of("token", secrets.of(invitation))));
        assertThat(looked.path("programmeId").asString()).isEqualTo(programme.toString());
        assertThat(looked.path("role").asString()).isEqualTo(role.claim());
        assertThat(looked.toString()).doesNotContain(rosa.address());

        accept(rosa, invitation).expectStatus().isOk();
        assertThat(members()).contains(rosa.address() + " " + role.claim());
        var second = accept(rosa, invitation);
        assertThat(problem(second)).isEqualTo("invitation-over");
        assertThat(trail()).containsExactly("invited - " + role, "accepted - " + role);
        assertThat(again(rosa).jwt()).isNotEqualTo(rosa.jwt());
        ask(HttpMethod.GET, staff(), again(rosa), null).expectStatus().isOk();
    }

    @Test
    void nobodyElseTakesIt() {
        var rosa = people.signIn(People.strangersAddress());
        var thief = people.signIn(People.strangersAddress());
        var invitation = invited(rosa.address(), "editor");

        assertThat(problem(accept(thief, invitation))).isEqualTo("sent-to-another-address");
        assertThat(status(accept((SignedIn) null, secrets.of(invitation)))).isEqualTo(401);
        assertThat(members()).containsExactly(owner.address() + " owner");
        accept(rosa, invitation).expectStatus().isOk();
    }

    @Test
    void nobodyTakesItLate() {
        var address = People.strangersAddress();
        var invitation = invited(address, "editor");
        time.pass(Invitation.LIFE.plusSeconds(1));
        var rosa = people.signIn(address);

        assertThat(problem(accept(rosa, invitation))).isEqualTo("invitation-over");
        assertThat(members()).containsExactly(owner.address() + " owner");
    }

    @Test
    void oneThatWasWithdrawnOrReplacedOpensNothing() {
        var rosa = people.signIn(People.strangersAddress());
        var first = invited(rosa.address(), "editor");
        var second = invited(rosa.address(), "organiser");

        assertThat(problem(accept(rosa, first))).isEqualTo("invitation-over");
        ask(HttpMethod.DELETE, staff() + "/invitations/" + second, owner, null)
                .expectStatus()
                .isNoContent();
        assertThat(problem(accept(rosa, second))).isEqualTo("invitation-over");
        ask(HttpMethod.DELETE, staff() + "/invitations/" + second, owner, null)
                .expectStatus()
                .isNotFound();
        assertThat(trail())
                .containsExactly(
                        "invited - EDITOR", "invited - ORGANISER", "withdrawn ORGANISER -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aSecretThatWasNeverMailedOpensNothing(String token) {
        var answer = accept(owner, token);
        assertThat(problem(answer))
                .isEqualTo(token.isEmpty() ? "invalid-request" : "invitation-over");
        var changed = secrets.of(invited(People.strangersAddress(), "editor"));
        changed =
                changed.substring(0, 30)
                        + (changed.charAt(30) == 'A' ? 'B' : 'A')
                        + changed.substring(31);
        assertThat(problem(accept(owner, changed))).isEqualTo("invitation-over");
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(
                        json(ask(
                                        HttpMethod.POST,
                                        staff() + "/invitations",
                                        owner,
                                        Map.of("role", "jury")))
                                .path("errors")
                                .toString())
                .contains("\"address\"", "\"role\"", "\"language\"");
        var rosa = with(Role.EDITOR, programme);
        assertThat(problem(set(owner, rosa, "door"))).isEqualTo("invalid-request");
        assertThat(problem(invite(owner, rosa.address(), "owner"))).isEqualTo("already-staff");
        assertThat(problem(invite(owner, people.organiser().address(), "owner")))
                .isEqualTo("already-staff");
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, true, 200, 201, 204, 204, 204",
        "ORGANISER, true, 200, 403, 403, 403, 403",
        "EDITOR, true, 200, 403, 403, 403, 403",
        "OWNER, false, 403, 403, 403, 403, 403",
        "ORGANISER, false, 403, 403, 403, 403, 403",
        "EDITOR, false, 403, 403, 403, 403, 403",
    })
    void eachMayWhatTheirRoleIsFor(
            Role role, boolean here, int list, int invite, int withdraw, int change, int remove) {
        people.organiser();
        var caller = with(role, here ? programme : elsewhere);
        var other = with(Role.EDITOR, programme);
        var invitation = invited(People.strangersAddress(), "editor");

        assertThat(status(ask(HttpMethod.GET, staff(), caller, null))).isEqualTo(list);
        assertThat(status(invite(caller, People.strangersAddress(), "owner"))).isEqualTo(invite);
        assertThat(
                        status(
                                ask(
                                        HttpMethod.DELETE,
                                        staff() + "/invitations/" + invitation,
                                        caller,
                                        null)))
                .isEqualTo(withdraw);
        assertThat(status(set(caller, other, "organiser"))).isEqualTo(change);
        assertThat(status(set(caller, caller, "owner"))).isEqualTo(change == 204 ? 204 : 403);
        assertThat(status(remove(caller, other))).isEqualTo(remove);
        var seen = ask(HttpMethod.GET, staff(), caller, null);
        if (list == 200) {
            assertThat(json(seen).has("invitations")).isEqualTo(role == Role.OWNER);
        }
    }

    @Test
    void aPersonWithoutARoleAndNobodySeeNothing() {
        var stranger = people.signIn(People.strangersAddress());
        assertThat(status(ask(HttpMethod.GET, staff(), stranger, null))).isEqualTo(403);
        assertThat(status(ask(HttpMethod.GET, staff(), null, null))).isEqualTo(401);
        assertThat(status(invite(stranger, People.strangersAddress(), "owner"))).isEqualTo(403);
        assertThat(status(remove(stranger, owner))).isEqualTo(403);
        assertThat(status(set(stranger, stranger, "owner"))).isEqualTo(403);
    }

    @Test
    void anInvitationOfAnotherProgrammeIsNotThere() {
        var invitation = invited(People.strangersAddress(), "editor");
        var other = with(Role.OWNER, elsewhere);
        assertThat(
                        status(
                                ask(
                                        HttpMethod.DELETE,
                                        "/api/staff/" + elsewhere + "/invitations/" + invitation,
                                        other,
                                        null)))
                .isEqualTo(404);
        assertThat(
                        status(
                                ask(
                                        HttpMethod.DELETE,
                                        "/api/staff/"
                                                + elsewhere
                                                + "/members/"
                                                + owner.attendeeId(),
                                        other,
                                        null)))
                .isEqualTo(404);
        assertThat(members()).contains(owner.address() + " owner");
    }

    @Test
    void everybodyMayLeaveButTheLastOwner() {
        var editor = with(Role.EDITOR, programme);
        assertThat(status(remove(editor, editor))).isEqualTo(204);
        assertThat(problem(remove(owner, owner))).isEqualTo("last-owner");
        assertThat(problem(set(owner, owner, "organiser"))).isEqualTo("last-owner");

        var second = with(Role.OWNER, programme);
        assertThat(status(remove(owner, owner))).isEqualTo(204);
        assertThat(problem(remove(second, second))).isEqualTo("last-owner");
        assertThat(members()).containsExactly(second.address() + " owner");
        assertThat(trail()).containsExactly("left EDITOR -", "left OWNER -");
    }

    @Test
    void ownersOfTheOrganisationTakeAwayEvenTheLastAndAreNotTakenAwayHere() {
        var all = people.organiser();
        assertThat(problem(remove(owner, all))).isEqualTo("owns-organisation");
        assertThat(problem(set(owner, all, "editor"))).isEqualTo("owns-organisation");
        assertThat(status(remove(all, owner))).isEqualTo(204);
        assertThat(members()).isEmpty();
        assertThat(trail()).containsExactly("taken-away OWNER -");
    }

    @Test
    void theTokenOfBeforeChangesNothingMore() {
        var second = with(Role.OWNER, programme);
        assertThat(status(remove(owner, second))).isEqualTo(204);

        assertThat(status(set(second, second, "owner"))).isEqualTo(403);
        assertThat(status(invite(second, People.strangersAddress(), "owner"))).isEqualTo(403);
        assertThat(status(remove(second, owner))).isEqualTo(403);
    }

    @Test
    void theInvitationsOfWhoeverMayNotInviteAnyMoreAreWithdrawn() {
        var second = with(Role.OWNER, programme);
        var rosa = people.signIn(People.strangersAddress());
        var answer = json(invite(second, rosa.address(), "owner"));
        var invitation = UUID.fromString(answer.path("id").asString());
        assertThat(status(set(owner, second, "organiser"))).isEqualTo(204);

        assertThat(problem(accept(rosa, invitation))).isEqualTo("invitation-over");
        assertThat(trail())
                .containsExactly("invited - OWNER", "changed OWNER ORGANISER", "withdrawn OWNER -");
    }

    @Test
    void twoOwnersWhoGoAtOnceLeaveOneBehind() throws Exception {
        for (var round = 0; round < 5; round++) {
            var second = with(Role.OWNER, programme);
            var first = owner;
            atOnce(() -> status(remove(first, first)), () -> status(remove(second, second)));
            assertThat(members()).hasSize(1);
            owner = members().getFirst().startsWith(first.address()) ? first : second;
        }
    }

    @Test
    void twoOwnersWhoTakeOneAnotherAwayAtOnceLeaveOneBehind() throws Exception {
        for (var round = 0; round < 5; round++) {
            var second = with(Role.OWNER, programme);
            var first = owner;
            var answers =
                    atOnce(
                            () -> status(remove(first, second)),
                            () -> status(set(second, first, "editor")));
            assertThat(answers).containsExactlyInAnyOrder(204, 403);
            var owners = members().stream().filter(member -> member.endsWith(" owner")).toList();
            assertThat(owners).hasSize(1);
            owner = owners.getFirst().startsWith(first.address() + " ") ? first : second;
        }
    }

    @Test
    void oneInvitationThatIsAcceptedTwiceAtOnceIsAcceptedOnce() throws Exception {
        var rosa = people.signIn(People.strangersAddress());
        var invitation = invited(rosa.address(), "editor");
        assertThat(
                        atOnce(
                                () -> status(accept(rosa, invitation)),
                                () -> status(accept(rosa, invitation))))
                .containsExactlyInAnyOrder(200, 410);
        assertThat(trail()).hasSize(2);
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.getFirst().get(), answers.getLast().get());
        }
    }

    @Test
    void whoeverIsSignedInIsToldOfWithEachChange() {
        var editor = with(Role.EDITOR, programme);
        set(owner, editor, "organiser").expectStatus().isNoContent();
        set(owner, editor, "organiser").expectStatus().isNoContent();
        remove(owner, editor).expectStatus().isNoContent();

        assertThat(told(editor)).isEqualTo(2);
        assertThat(trail()).containsExactly("changed EDITOR ORGANISER", "taken-away ORGANISER -");
    }

    private long told(SignedIn person) {
        return requireNonNull(
                database.sql(
                                """
                                select count(*) from outbox_messages
                                where type = 'device-session-roles-changed'
                                    and data like '%' || :device || '%'
                                """)
                        .bind("device", person.deviceSessionId().toString())
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    @Test
    void asManyAsFiftyAreInvitedInADay() {
        for (var i = 0; i < InviteStaff.MOST_IN_A_DAY; i++) {
            assertThat(status(invite(owner, People.strangersAddress(), "editor"))).isEqualTo(201);
        }
        assertThat(problem(invite(owner, People.strangersAddress(), "editor")))
                .isEqualTo("too-many-invitations");
        time.pass(Duration.ofHours(24).plusSeconds(1));
        assertThat(status(invite(again(owner), People.strangersAddress(), "editor")))
                .isEqualTo(201);
    }

    @Test
    void theMailIsAskedForWithoutTheSecret() {
        var address = People.strangersAddress();
        var invitation = invited(address, "editor");
        var message =
                requireNonNull(
                        database.sql(
                                        """
                                        select data from outbox_messages
                                        where type = 'staff-invited' and key = :key
                                        """)
                                .bind("key", invitation.toString())
                                .mapValue(String.class)
                                .one()
                                .block());
        assertThat(message).contains(address).doesNotContain(secrets.of(invitation));
    }
}

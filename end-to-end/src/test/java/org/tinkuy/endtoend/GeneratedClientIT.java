package org.tinkuy.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.client.ApiClient;
import org.tinkuy.client.ApiException;
import org.tinkuy.client.api.ImportAndExportApi;
import org.tinkuy.client.api.ProgrammesApi;
import org.tinkuy.client.api.RegistrationsApi;
import org.tinkuy.client.api.SeatsApi;
import org.tinkuy.client.api.SessionsApi;
import org.tinkuy.client.api.SignInApi;
import org.tinkuy.client.model.ImportedProgramme;
import org.tinkuy.client.model.Language;
import org.tinkuy.client.model.NewRegistration;
import org.tinkuy.client.model.NewSession;
import org.tinkuy.client.model.Question;
import org.tinkuy.client.model.RegistrationStatus;
import org.tinkuy.client.model.SessionKind;
import org.tinkuy.client.model.SignInConfirmation;

/// What a program does that knows nothing but the document.
@WithTinkuy
class GeneratedClientIT {

    private static final Duration SEATS_OFFERED_WITHIN = Duration.ofMinutes(1);
    private static final Path SAMPLE = Path.of("..", "samples", "heading-to-perumin.yaml");

    private final TinkuySystem system;

    GeneratedClientIT(TinkuySystem system) {
        this.system = system;
    }

    @Test
    void importsSchedulesRegistersConfirmsAndLists() throws Exception {
        var organiser = by(system.organiser().token());
        var address = "generated.client@example.org";

        var programme = importsASample(organiser).getFirst();
        assertThat(programme.getImported()).isTrue();
        assertThat(new ImportAndExportApi(organiser).getProgrammeFile(programme.getSlug()))
                .content()
                .contains("slug: \"" + programme.getSlug() + "\"");
        assertThat(new ProgrammesApi(organiser).listProgrammes())
                .anyMatch(listed -> listed.getId().equals(programme.getId()));

        var session = schedules(organiser, programme.getId());
        awaitSeats(session);
        var token = registers(session, address);

        var own = new RegistrationsApi(by(token)).listOwnRegistrations().getFirst();
        assertThat(own.getSessionId()).isEqualTo(session);
        assertThat(own.getStatus()).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(
                        new RegistrationsApi(organiser)
                                .listRegistrations(null, null, session, null, null, null, null)
                                .getItems())
                .singleElement()
                .satisfies(listed ->
                        assertThat(requireNonNull(listed.getAttendee()).getAddress())
                                .isEqualTo(address));
        assertThat(new RegistrationsApi(by(token)).cancelRegistration(own.getId()).getStatus())
                .isEqualTo(RegistrationStatus.CANCELLED);
    }

    @Test
    void isToldWhatIsWrong() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new RegistrationsApi(by(null)).listOwnRegistrations())
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(401));
    }

    private static List<ImportedProgramme> importsASample(ApiClient organiser)
            throws IOException, ApiException {
        var file = Files.readString(SAMPLE).replaceAll("slug: (\\w)", "slug: by-a-program-$1");
        return new ImportAndExportApi(organiser).importProgrammes(file, List.of(Question.PAST));
    }

    private UUID schedules(ApiClient organiser, UUID programme) throws ApiException {
        var session =
                new NewSession()
                        .kind(SessionKind.WORKSHOP)
                        .title(Map.of("en", "By a program"))
                        .date(LocalDate.ofInstant(system.now(), ZoneOffset.UTC).plusMonths(6))
                        .starts("10:00")
                        .ends("12:00")
                        .timeZone("America/Lima")
                        .capacity(5);
        return new SessionsApi(organiser).scheduleSession(programme, session).getId();
    }

    private void awaitSeats(UUID session) {
        var seats = new SeatsApi(by(null));
        Await.until(
                "seats to be offered",
                SEATS_OFFERED_WITHIN,
                () -> {
                    try {
                        return !seats.listSeats(List.of(session)).isEmpty();
                    } catch (ApiException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    /// @return the token of who registered
    private String registers(UUID session, String address) throws ApiException {
        var receipt =
                new RegistrationsApi(by(null))
                        .register(
                                UUID.randomUUID().toString(),
                                new NewRegistration()
                                        .address(address)
                                        .name("Rosa Quispe")
                                        .language(Language.ES)
                                        .timeZone("America/Lima")
                                        .addSessionIdsItem(session));
        var signIn = requireNonNull(receipt.getSignIn());
        return new SignInApi(by(null))
                .confirmSignIn(
                        signIn.getChallengeId(),
                        new SignInConfirmation()
                                .browserSecret(signIn.getBrowserSecret())
                                .code(system.inbox().awaitNewest(address, 1).code()))
                .getToken();
    }

    /// @param token `null`: nobody's
    private ApiClient by(@Nullable String token) {
        var client = new ApiClient();
        client.updateBaseUri(system.baseUrl());
        if (token != null) {
            client.setRequestInterceptor(
                    request -> request.header("Authorization", "Bearer " + token));
        }
        return client;
    }
}

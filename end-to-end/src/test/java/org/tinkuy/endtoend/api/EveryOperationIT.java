package org.tinkuy.endtoend.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.tinkuy.endtoend.TinkuySystem;
import org.tinkuy.endtoend.api.ApiDocument.Operation;

/// Every operation of the served document, asked as it allows and as it does not, by nobody, by an
/// attendee and by an organiser: each answer is one that the document tells of, and comes in time.
class EveryOperationIT {

    private static final long SEED = Long.getLong("tinkuy.api.seed", 10);
    private static final String NO_LIMIT_IN_PRACTICE = "1000000";

    /// The sessions of the document's examples lie ahead.
    private static final Instant BEFORE_THE_EXAMPLES = Instant.parse("2027-01-15T12:00:00Z");

    /// What only a mail tells, or what was registered by it, what wants an id of the client's
    /// beside one that it was told, and the end of what is over or was never published; other tests
    /// do it.
    private static final Set<String> SUCCEED_ELSEWHERE =
            Set.of(
                    "acceptStaffInvitation",
                    "answerSpeakerInvitation",
                    "archiveProgramme",
                    "cancelRegistration",
                    "changeStaffRole",
                    "confirmNewsletterSubscription",
                    "confirmSignIn",
                    "correctRegistrationName",
                    "copyEvent",
                    "deleteProgrammeDraft",
                    "getLinkedSubscription",
                    "getPlannedPublication",
                    "getRegistration",
                    "noteRegistration",
                    "previewNewsletterConfirmation",
                    "previewSpeakerInvitation",
                    "previewStaffInvitation",
                    "promoteRegistration",
                    "removeStaff",
                    "retryDelivery",
                    "unsubscribeFromNewsletter");

    private static final TinkuySystem SYSTEM =
            new TinkuySystem(
                    "api",
                    Map.of(
                            "TINKUY_LIMIT_MAIL_BURST", NO_LIMIT_IN_PRACTICE,
                            "TINKUY_LIMIT_CODES_BURST", NO_LIMIT_IN_PRACTICE));

    @BeforeAll
    static void start() {
        SYSTEM.moveClock(Duration.between(SYSTEM.now(), BEFORE_THE_EXAMPLES));
        SYSTEM.start();
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @TestFactory
    Stream<DynamicNode> answersAsItsDocumentSays() {
        System.out.printf(Locale.ROOT, "again with -Dtinkuy.api.seed=%d%n", SEED);
        var document = ApiDocument.read(SYSTEM.get("/api/openapi").body());
        var attendee = SYSTEM.tokenOf("rosa.quispe@example.org");
        var organiser = SYSTEM.organiser().token();
        var walk =
                new ApiWalk(
                        document,
                        SYSTEM.port("TINKUY_PORT"),
                        organiser,
                        new SplittableRandom(SEED));
        walk.begin(everything());
        return Stream.concat(
                operations(document).map(operation -> asked(operation, walk, attendee, organiser)),
                Stream.of(
                        dynamicTest(
                                "each succeeds with somebody",
                                () ->
                                        assertThat(walk.neverSucceeded())
                                                .isSubsetOf(SUCCEED_ELSEWHERE)),
                        nothing("slow", walk::slow)));
    }

    private static String everything() {
        try (var file = EveryOperationIT.class.getResourceAsStream("/everything.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is taken away is not there for others, and whoever has signed out asks nothing more. A
    /// cancelled session can be brought back while it is there.
    private static Stream<Operation> operations(ApiDocument document) {
        return document.operations().stream()
                .sorted(Comparator.comparingInt(EveryOperationIT::turn));
    }

    private static int turn(Operation operation) {
        if (!operation.method().equals("DELETE") || operation.id().equals("reinstateSession")) {
            return 0;
        }
        return operation.path().startsWith("/api/device-sessions") ? 2 : 1;
    }

    private static DynamicNode asked(
            Operation operation, ApiWalk walk, String attendee, String organiser) {
        return dynamicContainer(
                operation.id(),
                List.of(
                        nothing("as nobody", () -> walk.faultsAsAllowed(operation, null)),
                        nothing("as an attendee", () -> walk.faultsAsAllowed(operation, attendee)),
                        nothing(
                                "as an organiser",
                                () -> walk.faultsAsAllowed(operation, organiser)),
                        nothing("odd, as nobody", () -> walk.faultsOfOdd(operation, null)),
                        nothing(
                                "odd, as an organiser",
                                () -> walk.faultsOfOdd(operation, organiser))));
    }

    private static DynamicTest nothing(String name, ThrowingSupplier<List<String>> faults) {
        return dynamicTest(name, () -> assertThat(faults.get()).isEmpty());
    }
}

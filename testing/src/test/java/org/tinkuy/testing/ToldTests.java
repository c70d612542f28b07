package org.tinkuy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTests {

    private static final Told CONFIRMED =
            Told.message("registration-confirmed", "r-1", "{\"status\": \"confirmed\"}");

    @Test
    void saysNothingWhereTheFieldsThatMatterAreThere() {
        var found =
                Told.message(
                        "registration-confirmed",
                        "r-1",
                        "{\"id\":\"r-1\",\"status\":\"confirmed\"}");
        assertThat(Told.differences(List.of(CONFIRMED), List.of(found))).isEmpty();
        assertThat(Told.differences(List.of(), List.of())).isEmpty();
    }

    @Test
    void showsBothListsWhereOtherMessagesWereTold() {
        var waitlisted = Told.message("registration-waitlisted", "r-2", "{\"position\":1}");
        assertThat(Told.differences(List.of(CONFIRMED), List.of(CONFIRMED, waitlisted)))
                .isEqualToNormalizingNewlines(
                        """
                        expected
                          registration-confirmed of r-1: {"status": "confirmed"}
                        but found
                          registration-confirmed of r-1: {"status": "confirmed"}
                          registration-waitlisted of r-2: {"position":1}\
                        """);
        assertThat(Told.differences(List.of(CONFIRMED), List.of()))
                .endsWith("but found no message");
    }

    @Test
    void namesTheFieldThatDiffers() {
        var found = Told.message("registration-confirmed", "r-1", "{\"status\":\"pending\"}");
        assertThat(Told.differences(List.of(CONFIRMED), List.of(found)))
                .contains(
                        "registration-confirmed of r-1:",
                        "status",
                        "Expected: confirmed",
                        "got: pending",
                        "found: {\"status\":\"pending\"}");
    }

    @Test
    void knowsATombstoneFromABody() {
        var tombstone = Told.tombstone("session-published", "s-1");
        assertThat(Told.differences(List.of(tombstone), List.of(tombstone))).isEmpty();
        assertThat(
                        Told.differences(
                                List.of(tombstone),
                                List.of(Told.message("session-published", "s-1"))))
                .contains("one of them is a tombstone");
    }

    @Test
    void takesAnySubjectWhereOnlyTheServiceKnowsIt() {
        var sent = Told.anyMessage("delivery-sent", "{}");
        assertThat(Told.differences(List.of(sent), List.of(Told.message("delivery-sent", "d-1"))))
                .isEmpty();
        assertThat(Told.differences(List.of(sent), List.of(Told.message("delivery-failed", "d-1"))))
                .contains("delivery-sent of any");
    }
}

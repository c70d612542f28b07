package org.tinkuy.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTests {

    private static final UUID PROGRAMME = UUID.fromString("0195a1c0-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0195a1c0-0000-7000-8000-000000000002");

    @ParameterizedTest
    @EnumSource(Role.class)
    void readsTheGrantsThatItWrites(Role role) {
        for (var grant : Set.of(new Grant(role, null), new Grant(role, PROGRAMME))) {
            assertThat(Grant.parse(grant.claim())).isEqualTo(grant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "", "king:*", "owner:", "owner:everything", ":*"})
    void refusesWhatIsNoGrant(String claim) {
        assertThatThrownBy(() -> Grant.parse(claim)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsAnOrganiserOrganiseTheirProgrammeOnly() {
        var organiser = caller(new Grant(Role.ORGANISER, PROGRAMME));
        assertThat(organiser.mayOrganise(PROGRAMME)).isTrue();
        assertThat(organiser.mayOrganise(OTHER)).isFalse();
        assertThat(organiser.ownsOrganisation()).isFalse();
        assertThat(organiser.organisesSomething()).isTrue();
    }

    @Test
    void letsTheOwnerOrganiseEverything() {
        var owner = caller(new Grant(Role.OWNER, null));
        assertThat(owner.mayOrganise(OTHER)).isTrue();
        assertThat(owner.ownsOrganisation()).isTrue();
    }

    @Test
    void doesNotTakeTheOwnerOfAProgrammeForTheOwnerOfAll() {
        assertThat(caller(new Grant(Role.OWNER, PROGRAMME)).ownsOrganisation()).isFalse();
    }

    @Test
    void letsAttendeesAndEditorsOrganiseNothing() {
        for (var caller : Set.of(caller(), caller(new Grant(Role.EDITOR, null)))) {
            assertThat(caller.mayOrganise(PROGRAMME)).isFalse();
            assertThat(caller.organisesSomething()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, true, true, true",
        "ORGANISER, false, true, true",
        "EDITOR, false, false, true"
    })
    void letsEachRoleDoWhatItIsFor(Role role, boolean staff, boolean organise, boolean edit) {
        var caller = caller(new Grant(role, PROGRAMME));
        assertThat(caller.may(Power.STAFF, PROGRAMME)).isEqualTo(staff);
        assertThat(caller.may(Power.ORGANISE, PROGRAMME)).isEqualTo(organise);
        assertThat(caller.may(Power.EDIT, PROGRAMME)).isEqualTo(edit);
        assertThat(caller.isStaffOf(PROGRAMME)).isTrue();
        for (var power : Power.values()) {
            assertThat(caller.may(power, OTHER)).isFalse();
        }
        assertThat(caller.isStaffOf(OTHER)).isFalse();
    }

    private static Caller caller(Grant... grants) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(grants));
    }
}

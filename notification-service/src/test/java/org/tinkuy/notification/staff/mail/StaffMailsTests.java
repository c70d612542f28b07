package org.tinkuy.notification.staff.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;

class StaffMailsTests {

    @Test
    void saysWhoInvitesWhomToWhatAndHow() {
        var text =
                SampleInvitations.text(
                        Language.EN, "editor", SampleInvitations.luz(), "Heading to PERUMIN");

        assertThat(text.subject()).isEqualTo("Invitation to work on: Heading to PERUMIN");
        assertThat(text.plain())
                .containsSubsequence(
                        "Luz Huamán (luz@example.org) invites you to work on:",
                        "* Heading to PERUMIN",
                        "As editor: write its newsletters.",
                        "/staff/invitation/"
                                + InvitationSecret.of(
                                        SampleInvitations.ID, SampleInvitations.SECRET),
                        "Tuesday, 8 December 2026, 09:00 (Peru time)");
        assertThat(text.html()).contains("/staff/invitation/", "Accept the invitation");
    }

    @Test
    void namesNeitherWhoIsGoneNorWhatWasNeverPublished() {
        var text = SampleInvitations.text(Language.EN, "owner", null, null);

        assertThat(text.subject()).isEqualTo("Invitation to work on a programme");
        assertThat(text.plain())
                .contains("You are invited to work on:", "a programme that is not published yet");
    }

    @ParameterizedTest
    @EnumSource
    void speaksEveryLanguage(Language language) {
        for (var mail : SampleInvitations.oneOfEach(language)) {
            assertThat(mail.text().plain()).doesNotContain("??", "{", "staff-invitation.");
            assertThat(mail.text().html()).doesNotContain("??", "staff-invitation.");
        }
    }

    /// registration-service has the same pair in its tests: what is mailed opens the invitation.
    @Test
    void derivesTheSecretAsRegistrationServiceDoes() {
        assertThat(InvitationSecret.of(SampleInvitations.ID, SampleInvitations.SECRET))
                .isEqualTo("AZWhwAAAcACAAAAAAAAA0f-ePBsPl3TIAuizEkDdpLI");
    }
}

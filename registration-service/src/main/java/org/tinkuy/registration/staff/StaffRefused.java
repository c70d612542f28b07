package org.tinkuy.registration.staff;

import org.tinkuy.problems.Refusal;

/// Why the staff of a programme stays as it is.
final class StaffRefused extends Refusal {

    private StaffRefused(Because because, String name, String title) {
        super(because, name, title);
    }

    static StaffRefused lastOwner() {
        return new StaffRefused(
                Because.CONFLICT, "last-owner", "The programme would have no owner any more.");
    }

    static StaffRefused ownsOrganisation() {
        return new StaffRefused(
                Because.CONFLICT,
                "owns-organisation",
                "Owners of the organisation own every programme.");
    }

    static StaffRefused alreadyStaff() {
        return new StaffRefused(
                Because.CONFLICT, "already-staff", "This address has a role in the programme.");
    }

    static StaffRefused tooManyInvitations() {
        return new StaffRefused(
                Because.CONFLICT, "too-many-invitations", "Too many were invited today.");
    }

    /// Accepted, withdrawn, ended or never there: which one is nobody's business.
    static StaffRefused invitationOver() {
        return new StaffRefused(
                Because.OVER, "invitation-over", "The invitation is not valid any more.");
    }

    static StaffRefused sentToAnother() {
        return new StaffRefused(
                Because.NOT_ALLOWED,
                "sent-to-another-address",
                "Sign in with the address that the invitation was mailed to.");
    }
}

package org.tinkuy.registration.seats;

/// Who may come to a session: everybody who registers, or those who are asked.
public enum Admission {
    OPEN,
    INVITATION
}

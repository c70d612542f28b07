package org.tinkuy.registration.registration;

/// Who may come to a session: everybody who registers, or those who are asked.
public enum Admission {
    OPEN,
    INVITATION
}

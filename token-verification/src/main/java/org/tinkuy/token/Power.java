package org.tinkuy.token;

/// What only some may do in a programme.
public enum Power {
    /// Says who else may do what.
    STAFF,
    /// Plans and publishes it, sees who comes and writes to them.
    ORGANISE,
    /// Writes its newsletter.
    EDIT
}

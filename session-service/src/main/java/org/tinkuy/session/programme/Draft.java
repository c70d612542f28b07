package org.tinkuy.session.programme;

/// What organisers have written of something that has an identity. It is theirs alone until it is
/// published.
public interface Draft {

    /// The version that an organiser saw of what there was not yet: it is begun.
    long NOT_BEGUN = 0;

    /// What a draft begins with.
    long FIRST_VERSION = 1;

    /// Counts the changes of the draft. What was published counts its own.
    long version();
}

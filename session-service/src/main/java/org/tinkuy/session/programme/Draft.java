package org.tinkuy.session.programme;

/// What organisers have written of something that has an identity. It is theirs alone until it is
/// published.
public interface Draft {

    /// What a draft begins with.
    long FIRST_VERSION = 1;

    /// Counts the changes of the draft. What was published counts its own.
    long version();
}

package org.tinkuy.site.page;

import java.util.UUID;

/// A newsletter that visitors may subscribe to.
///
/// @param programme whose it is
public record NewsletterOffer(UUID programme, String slug, String name) {}

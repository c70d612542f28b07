package org.tinkuy.site.page;

/// How a link to a page looks where it is shared, and what search engines read of it.
///
/// @param title without the site's name
/// @param description in a line
/// @param data what the page is about, as JSON-LD in the terms of schema.org; without `<`, so that
///   it ends no element; empty: nothing that these terms know
public record Card(String title, String description, String data) {}

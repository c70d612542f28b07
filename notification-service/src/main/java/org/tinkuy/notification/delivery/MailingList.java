package org.tinkuy.notification.delivery;

import java.util.Optional;

/// What bulk mail says of itself in its headers.
///
/// @param id as in RFC 2919: dot-separated words, in a domain of ours, such as
///   `heading-to-perumin.news.example.org`
/// @param name of the list, for people
/// @param unsubscribe an https link that ends the subscription by a POST (RFC 8058); usually with a
///   slot
/// @param unsubscribeMailbox an address that does the same, if there is one
/// @param feedback what a complaint is counted under (`Feedback-ID`), such as the campaign's id
public record MailingList(
        String id,
        String name,
        String unsubscribe,
        Optional<String> unsubscribeMailbox,
        String feedback) {}

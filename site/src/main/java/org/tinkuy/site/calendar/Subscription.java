package org.tinkuy.site.calendar;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How one comes to follow a feed.
///
/// @param address to be copied into any calendar program, which reads it again and again; opened in
///   a browser it is downloaded once, and that copy does not change
/// @param inProgram opened by the calendar program of the device itself
/// @param inGoogle opened by Google Calendar
/// @param inOutlook opened by Outlook.com
public record Subscription(URI address, URI inProgram, URI inGoogle, URI inOutlook) {

    static Subscription to(URI address, String name) {
        var inProgram = address.toString().replaceFirst("^https?:", "webcal:");
        return new Subscription(
                address,
                URI.create(inProgram),
                URI.create("https://calendar.google.com/calendar/r?cid=" + encoded(inProgram)),
                URI.create(
                        "https://outlook.live.com/calendar/0/addfromweb?url="
                                + encoded(address.toString())
                                + "&name="
                                + encoded(name)));
    }

    /// With `%20` for a space: Outlook shows a plus as a plus.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

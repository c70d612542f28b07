package org.tinkuy.site.page;

import java.time.Duration;

/// The numbers of rules that pages tell, each once for all languages. The texts spell those that
/// are usual.
///
/// @param codeDigits how long a mailed code is
/// @param linkDays how long notification-service takes a newsletter's link
/// @param deviceDays how long a device stays signed in at registration-service
/// @param seconds after which a page that could not be shown asks again
public record RuleNumbers(long codeDigits, long linkDays, long deviceDays, long seconds) {

    public static final int CODE_DIGITS = 6;

    static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(10);

    static final RuleNumbers RULES =
            new RuleNumbers(
                    CODE_DIGITS,
                    Duration.ofDays(7).toDays(),
                    Duration.ofDays(30).toDays(),
                    TRIED_AGAIN_AFTER.toSeconds());
}

package org.tinkuy.notification.delivery;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.tinkuy.notification.delivery.NotedRefusals.Answer;
import org.tinkuy.notification.delivery.NotedRefusals.Noted;
import org.tinkuy.notification.delivery.NotedRefusals.Question;

/// Whom a refusal speaks of: a mail server that refuses everybody says nothing of anybody. So
/// others are asked what it answered to them at the same time.
final class Witnesses {

    /// A burst of mails is answered within seconds.
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /// Longer than before, because a server that breaks down took mail just before it did.
    static final Duration AFTER = Duration.ofSeconds(10);

    /// So few that whoever is refused among the first is not outvoted by all who were not.
    private static final int NEAREST = 4;

    /// By then most servers that were broken are mended.
    private static final Duration ANOTHER_TIME = Duration.ofDays(1);

    enum Finding {
        SPEAKS_OF_THE_ADDRESS,
        SPEAKS_OF_THE_SERVER,
        /// Nobody else was answered.
        OPEN
    }

    private Witnesses() {}

    static Question whomToAsk(Noted noted) {
        var refusal = noted.latest();
        var from = noted.isRepeatedAfter(ANOTHER_TIME) ? noted.first() : refusal.at().minus(BEFORE);
        return new Question(refusal, from, refusal.at().plus(AFTER));
    }

    /// An address that is refused again at another time, and nobody else in between, is believed to
    /// be what is wrong: a small installation may mail nobody else.
    static Finding finding(Noted noted, List<Answer> answers) {
        var nearest = nearestOfEach(noted, answers).stream().limit(NEAREST).toList();
        if (nearest.isEmpty()) {
            return noted.isRepeatedAfter(ANOTHER_TIME)
                    ? Finding.SPEAKS_OF_THE_ADDRESS
                    : Finding.OPEN;
        }
        var taken = nearest.stream().filter(Answer::taken).count();
        return taken * 2 > nearest.size()
                ? Finding.SPEAKS_OF_THE_ADDRESS
                : Finding.SPEAKS_OF_THE_SERVER;
    }

    private static List<Answer> nearestOfEach(Noted noted, List<Answer> answers) {
        var refusedAt = noted.latest().at();
        var heard = new HashSet<>();
        return answers.stream()
                .sorted(
                        Comparator.comparing(
                                answer -> Duration.between(refusedAt, answer.at()).abs()))
                .filter(answer -> heard.add(answer.other()))
                .toList();
    }
}

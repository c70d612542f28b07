package org.tinkuy.registration.identity;

import java.util.Map;
import org.tinkuy.problems.Refusal;

/// Why an answer to a challenge opened no device session.
abstract sealed class SignInRefused extends Refusal {

    private SignInRefused(Because because, String name, String title) {
        super(because, name, title);
    }

    static final class WrongCode extends SignInRefused {

        private final int attemptsLeft;

        WrongCode(int attemptsLeft) {
            super(Because.UNPROCESSABLE, "wrong-code", "The code is not the one in the mail.");
            this.attemptsLeft = attemptsLeft;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("attemptsLeft", attemptsLeft);
        }
    }

    /// Expired, used, guessed too often or never there: which one is nobody's business.
    static final class ChallengeOver extends SignInRefused {
        ChallengeOver() {
            super(
                    Because.OVER,
                    "challenge-over",
                    "The code is no longer valid; ask for a new one.");
        }
    }

    /// Not a wrong one: it costs no attempt, and another one is on its way.
    static final class NewerCode extends SignInRefused {
        NewerCode() {
            super(
                    Because.CONFLICT,
                    "newer-code",
                    "You asked for a newer code; type the one in the latest mail.");
        }
    }

    static final class OtherBrowser extends SignInRefused {
        OtherBrowser() {
            super(
                    Because.NOT_ALLOWED,
                    "other-browser",
                    "Type the code in the browser that asked for it.");
        }
    }
}

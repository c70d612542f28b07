package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;
import org.tinkuy.testing.MovableTime;

@RunningService
class MailboxLimitIT {

    @Autowired SignIns signIns;
    @Autowired Challenges challenges;
    @Autowired MovableTime time;

    @Test
    void aMailboxIsMailedSoManyCodesWhateverTheTags() {
        var now = time.instant();
        var mailbox = People.strangersAddress();
        var mailed =
                IntStream.range(0, MailAllowance.MAILS + 5)
                        .filter(number -> isMailed(mailbox.replace("@", "+" + number + "@"), now))
                        .count();

        assertThat(mailed).isEqualTo(MailAllowance.MAILS);
        assertThat(isMailed(mailbox, now)).isFalse();
        assertThat(isMailed(People.strangersAddress(), now)).isTrue();
    }

    private boolean isMailed(String address, Instant now) {
        var request = new SignIns.Request(new EmailAddress(address), "es", null, null, null, null);
        var opened = requireNonNull(signIns.open(List.of(request), now).block());
        return requireNonNull(challenges.find(opened.getFirst().id()).block()).mailed();
    }
}

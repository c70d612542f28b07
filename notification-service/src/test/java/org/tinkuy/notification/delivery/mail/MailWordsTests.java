package org.tinkuy.notification.delivery.mail;

import java.nio.file.Path;
import java.util.Set;
import org.tinkuy.testing.WordsRules;

class MailWordsTests extends WordsRules {

    MailWordsTests() {
        super(Path.of("src/main/resources/messages"), "mail_");
    }

    /// Languages that are no draft have nothing to say of it.
    @Override
    protected Set<String> mayBeEmpty() {
        return Set.of("draft");
    }
}

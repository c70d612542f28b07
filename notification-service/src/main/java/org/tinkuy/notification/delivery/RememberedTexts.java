package org.tinkuy.notification.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was said lately, for whoever says the same to many: to write a text takes longer than all
/// else that becomes of a mail.
///
/// @param <K> what a text depends on, apart from its slots
public final class RememberedTexts<K> {

    /// The name of the recipient, in texts that greet by it.
    public static final String NAME = "name";

    private static final int REMEMBERED = 200;

    private final Map<K, MailText> texts =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<K, MailText> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public synchronized MailText of(K key, Function<K, MailText> write) {
        var known = texts.get(key);
        if (known == null) {
            known = write.apply(key);
            texts.put(key, known);
        }
        return known;
    }
}

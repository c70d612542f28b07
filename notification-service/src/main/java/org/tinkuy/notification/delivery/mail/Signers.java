package org.tinkuy.notification.delivery.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.NotificationSettings.Dkim;
import org.tinkuy.settings.RefusedSetting;
import org.tinkuy.smtp.DkimSigner;

/// The keys that sign, by domain. A sender is signed for by its own domain's key, or by that of a
/// domain above or below it: receivers hold both for one organisation (RFC 7489 §3.1.1).
final class Signers {

    private record Key(String domain, DkimSigner signer) {

        /// The less the better.
        int distanceTo(String sender) {
            return Math.abs(sender.length() - domain.length());
        }

        boolean isAlignedWith(String sender) {
            return sender.equals(domain)
                    || sender.endsWith("." + domain)
                    || domain.endsWith("." + sender);
        }
    }

    private final List<Key> keys;
    private final Map<String, Optional<DkimSigner>> bySender = new ConcurrentHashMap<>();

    private Signers(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /// @throws RefusedSetting if a key is none, or a sender is left without one where there is any:
    ///   what is signed for another domain fails DMARC as if it were forged
    static Signers of(NotificationSettings.Mail settings, MailFrom from) {
        var transactional = from.transactional().mailbox().domain();
        var newsletter = from.newsletter().mailbox().domain();
        var keys = new ArrayList<Key>();
        read("TINKUY_DKIM", settings.dkim(), transactional).ifPresent(keys::add);
        read("TINKUY_NEWSLETTER_DKIM", settings.newsletterDkim(), newsletter).ifPresent(keys::add);
        var signers = new Signers(keys);
        signers.require("TINKUY_MAIL_FROM", settings.from(), transactional, "TINKUY_DKIM_KEY");
        signers.require(
                "TINKUY_NEWSLETTER_FROM",
                settings.newsletterFrom(),
                newsletter,
                "TINKUY_NEWSLETTER_DKIM_KEY");
        return signers;
    }

    /// @param domain of a sender; empty where nothing is signed
    Optional<DkimSigner> of(String domain) {
        return bySender.computeIfAbsent(domain.toLowerCase(Locale.ROOT), this::find);
    }

    private Optional<DkimSigner> find(String sender) {
        return keys.stream()
                .filter(key -> key.isAlignedWith(sender))
                .min(Comparator.comparingInt(key -> key.distanceTo(sender)))
                .map(Key::signer);
    }

    private void require(String setting, String typed, String domain, String missing) {
        if (!keys.isEmpty() && of(domain).isEmpty()) {
            throw RefusedSetting.of(
                    setting,
                    typed,
                    "in a domain that a key signs for (there is one for %s), or %s must name a key for %s"
                            .formatted(keys.getFirst().domain(), missing, domain));
        }
    }

    private static Optional<Key> read(String prefix, Dkim dkim, String sender) {
        if (dkim.key().isBlank()) {
            return Optional.empty();
        }
        if (dkim.selector().isBlank()) {
            throw RefusedSetting.of(
                    prefix + "_SELECTOR",
                    "",
                    "a name such as tinkuy, since %s_KEY is set".formatted(prefix));
        }
        var domain = (dkim.domain().isBlank() ? sender : dkim.domain()).toLowerCase(Locale.ROOT);
        try {
            var pem = Files.readString(Path.of(dkim.key()));
            return Optional.of(new Key(domain, DkimSigner.of(domain, dkim.selector(), pem)));
        } catch (IOException | IllegalArgumentException e) {
            throw RefusedSetting.of(
                    prefix + "_KEY",
                    dkim.key(),
                    "a file with an RSA key of 2048 bits or more in PKCS#8 (PEM); "
                            + e.getMessage());
        }
    }
}

package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Signs messages for a domain (RFC 6376): rsa-sha256, relaxed/relaxed. Any number of threads may.
public final class DkimSigner {

    /// Receivers take no shorter key for good (RFC 8301 §3.2).
    private static final int SHORTEST_KEY = 2048;

    private static final int LONGEST_LINE = 72;

    private final String domain;
    private final String selector;
    private final RsaSignatures signatures;

    DkimSigner(String domain, String selector, RsaSignatures signatures) {
        this.domain = domain;
        this.selector = selector;
        this.signatures = signatures;
    }

    /// @param domain as in the From address, so that receivers find both aligned (RFC 7489)
    /// @param pem an RSA key in PKCS#8 (`BEGIN PRIVATE KEY`)
    /// @throws IllegalArgumentException if it is none
    public static DkimSigner of(String domain, String selector, String pem) {
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException("a DKIM key begins with BEGIN PRIVATE KEY (PKCS#8)");
        }
        try {
            var encoded = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
            var signatures = RsaSignatures.fastest(Base64.getDecoder().decode(encoded));
            if (signatures.bits() < SHORTEST_KEY) {
                throw new IllegalArgumentException("a DKIM key needs 2048 bits");
            }
            return new DkimSigner(domain, selector, signatures);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the DKIM key is no RSA key in PKCS#8", e);
        }
    }

    /// Writes the field that goes before the others.
    ///
    /// @param fields the whole header, one field each, without the line break at its end
    /// @param body everything after the empty line
    public void sign(List<String> fields, WireBuffer body, WireBuffer out) {
        var unsigned =
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d="
                        + domain
                        + "; s="
                        + selector
                        + ";\r\n h="
                        + names(fields)
                        + ";\r\n bh="
                        + Base64.getEncoder().encodeToString(bodyHash(body))
                        + ";\r\n b=";
        var signed = new StringBuilder();
        for (var field : fields) {
            addRelaxed(field, signed);
            signed.append("\r\n");
        }
        addRelaxed(unsigned, signed);
        var signature =
                Base64.getEncoder()
                        .encodeToString(signatures.sign(signed.toString().getBytes(UTF_8)));
        out.add(unsigned);
        for (var from = 0; from < signature.length(); from += LONGEST_LINE) {
            out.add(from == 0 ? "" : "\r\n ");
            out.add(signature.substring(from, Math.min(from + LONGEST_LINE, signature.length())));
        }
        out.add("\r\n");
    }

    /// `From` once more than there is, so that nobody can add a second one (RFC 6376 §8.15).
    private static String names(List<String> fields) {
        var names = new StringBuilder();
        for (var field : fields) {
            names.append(name(field)).append(":\r\n  ");
        }
        return names.append("From").toString();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }

    /// White space becomes one blank, and none at the ends (RFC 6376 §3.4.2).
    private static void addRelaxed(String field, StringBuilder out) {
        var colon = field.indexOf(':');
        out.append(field.substring(0, colon).toLowerCase(Locale.ROOT)).append(':');
        var begun = out.length();
        var space = false;
        for (var i = colon + 1; i < field.length(); i++) {
            var c = field.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                space = true;
            } else {
                if (space && out.length() > begun) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
    }

    private static byte[] bodyHash(WireBuffer body) {
        var digest = sha256();
        var canonical = new byte[body.length() + 2];
        var length = 0;
        var kept = 0;
        var space = false;
        for (var i = 0; i < body.length(); i++) {
            var b = body.at(i);
            if (b == ' ' || b == '\t') {
                space = true;
            } else {
                if (space && b != '\r' && b != '\n') {
                    canonical[length] = ' ';
                    length++;
                }
                space = false;
                canonical[length] = b;
                length++;
                kept = b == '\r' || b == '\n' ? kept : length;
            }
        }
        if (kept > 0) {
            digest.update(canonical, 0, kept);
            digest.update(new byte[] {'\r', '\n'});
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Signs messages for a domain (RFC 6376): rsa-sha256, relaxed/relaxed.
///
/// @param domain as in the From address, so that receivers find both aligned (RFC 7489)
public record DkimSigner(String domain, String selector, PrivateKey key) {

    /// Receivers take no shorter key for good (RFC 8301 §3.2).
    private static final int SHORTEST_KEY = 2048;

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \t\r\n]+");
    private static final int LONGEST_LINE = 72;

    /// @param pem an RSA key in PKCS#8 (`BEGIN PRIVATE KEY`)
    /// @throws IllegalArgumentException if it is none
    public static DkimSigner of(String domain, String selector, String pem) {
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException("a DKIM key begins with BEGIN PRIVATE KEY (PKCS#8)");
        }
        try {
            var encoded = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
            var key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            if (((RSAKey) key).getModulus().bitLength() < SHORTEST_KEY) {
                throw new IllegalArgumentException("a DKIM key needs 2048 bits");
            }
            return new DkimSigner(domain, selector, key);
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
        fields.forEach(field -> signed.append(relaxed(field)).append("\r\n"));
        signed.append(relaxed(unsigned));
        var signature = Base64.getEncoder().encodeToString(signature(signed.toString()));
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

    private static String relaxed(String field) {
        var colon = field.indexOf(':');
        var value = WHITE_SPACE.matcher(field.substring(colon + 1)).replaceAll(" ").strip();
        return field.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + value;
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

    private byte[] signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }
}

package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Verified by Apache James jDKIM, which did not sign.
class DkimSignerTests {

    private static final List<String> FIELDS =
            List.of(
                    "Date: Sun, 22 Nov 2026 15:00:20 +0000",
                    "From: Tinkuy <no-reply@example.org>",
                    "Subject: =?UTF-8?Q?Tu_c=C3=B3digo?=\r\n =?UTF-8?Q?_de_Tinkuy?=",
                    "List-Unsubscribe: <https://tinkuy.example.org/u/1>,\r\n"
                            + " <mailto:leave@example.org>",
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    private static final String BODY = "Hola  \t a todos \r\n\r\n  sangría\r\n--\r\n\r\n\r\n";

    private static KeyPair keys;
    private static DkimSigner signer;

    @BeforeAll
    static void generateKeys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        signer = DkimSigner.of("example.org", "tinkuy", pem(keys));
    }

    @Test
    void signsWhatASecondImplementationVerifies() throws Exception {
        var record = verify(signed(FIELDS, BODY)).getFirst();
        assertThat(record.getDToken()).hasToString("example.org");
        assertThat(record.getSelector()).hasToString("tinkuy");
        assertThat(record.getHashAlgo()).hasToString("sha-256");
        assertThat(record.getHeaderCanonicalisationMethod()).isEqualTo("relaxed");
        assertThat(record.getBodyCanonicalisationMethod()).isEqualTo("relaxed");
        assertThat(record.getHeaders())
                .map(CharSequence::toString)
                .contains("From", "Subject", "Date")
                .contains("List-Unsubscribe", "List-Unsubscribe-Post");
    }

    @Test
    void signsBodiesOfEveryShape() throws Exception {
        var seed = 20_261_122L;
        var random = new SplittableRandom(seed);
        var pieces = new String[] {"a", " ", "\t", "\r\n", "ñ", ".", "\r\n\r\n"};
        for (var i = 0; i < 40; i++) {
            var body = new StringBuilder("--");
            for (var count = random.nextInt(1, 20); count > 0; count--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            body.append("\r\n");
            assertThat(verify(signed(FIELDS, body.toString())))
                    .as("seed %s, round %s", seed, i)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola",
                "https://tinkuy.example.org/u/1",
                "no-reply@example.org",
                "Nov 2026"
            })
    void letsNothingBeChanged(String part) throws Exception {
        var changed = signed(FIELDS, BODY).replaceFirst(part, "x");
        assertThatThrownBy(() -> verify(changed)).isInstanceOf(FailException.class);
    }

    @Test
    void letsNobodyAddASender() throws Exception {
        var changed = "From: Eve <eve@example.net>\r\n" + signed(FIELDS, BODY);
        assertThatThrownBy(() -> verify(changed)).isInstanceOf(FailException.class);
    }

    @Test
    void survivesSpacesAndFoldsThatARelayChanges() throws Exception {
        var changed =
                signed(FIELDS, BODY)
                        .replace(",\r\n <mailto", ", \r\n\t <mailto")
                        .replace("Subject: ", "SUBJECT:   ");
        assertThat(verify(changed)).hasSize(1);
    }

    @Test
    void keepsItsLinesShort() throws Exception {
        assertThat(signed(FIELDS, BODY).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void readsAKeyAsOpensslWritesIt() throws Exception {
        var out = new WireBuffer();
        DkimSigner.of("example.org", "tinkuy", pem(keys))
                .sign(FIELDS, new WireBuffer().add(BODY), out);
        assertThat(verify(out + String.join("\r\n", FIELDS) + "\r\n\r\n" + BODY)).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAKey() throws Exception {
        assertThatThrownBy(() -> DkimSigner.of("a.pe", "s", "-----BEGIN RSA PRIVATE KEY-----"))
                .hasMessageContaining("PKCS#8");
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var small = pem(generator.generateKeyPair());
        assertThatThrownBy(() -> DkimSigner.of("a.pe", "s", small))
                .hasMessageContaining("2048 bits");
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String signed(List<String> fields, String body) {
        var out = new WireBuffer();
        signer.sign(fields, new WireBuffer().add(body), out);
        var message = new ArrayList<>(fields);
        return out + String.join("\r\n", message) + "\r\n\r\n" + body;
    }

    private static List<SignatureRecord> verify(String message) throws Exception {
        var published =
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return new DKIMVerifier((method, selector, domain) -> List.of(published))
                .verify(new ByteArrayInputStream(message.getBytes(UTF_8)));
    }
}

package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Verified by the JDK.
class RsaSignaturesTests {

    private static KeyPair keys;

    @BeforeAll
    static void generateKeys() throws Exception {
        keys = keys();
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Test
    void signsAsTheJdkDoes() throws Exception {
        var amazons = RsaSignatures.amazons();
        assumeTrue(amazons.isPresent(), "no native library for this platform");
        var encoded = keys.getPrivate().getEncoded();
        var text = "the same text".getBytes(UTF_8);
        assertThat(RsaSignatures.of(encoded, amazons.get()).sign(text))
                .isEqualTo(RsaSignatures.of(encoded, null).sign(text));
    }

    @Test
    void signsOnManyThreadsAtOnce() throws Exception {
        var signatures = RsaSignatures.fastest(keys.getPrivate().getEncoded());
        assertThat(signatures.bits()).isEqualTo(2048);
        assertThat(
                        IntStream.range(0, 200)
                                .parallel()
                                .mapToObj(n -> "message " + n)
                                .filter(text ->
                                        !verified(
                                                keys, text, signatures.sign(text.getBytes(UTF_8)))))
                .isEmpty();
    }

    /// As on a platform for which there is no native library.
    @Test
    void leavesItToTheJdkWithoutAWordWhereTheLibraryDoesNotLoad() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Elsewhere.class.getName())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(said.strip()).isEqualTo("signed by the JDK");
    }

    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] arguments) throws Exception {
            var pair = keys();
            var signatures = RsaSignatures.fastest(pair.getPrivate().getEncoded());
            var verified = verified(pair, "text", signatures.sign("text".getBytes(UTF_8)));
            System.out.println(
                    RsaSignatures.amazons().isEmpty() && verified ? "signed by the JDK" : "no");
        }
    }

    private static boolean verified(KeyPair pair, String text, byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tinkuy.smtp;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Signs with one RSA key (SHA-256, PKCS #1), on any number of threads.
///
/// Amazon's provider takes 262 µs for a signature of 2048 bits where the JDK's takes 1,074. It
/// needs a native library, which is there for Linux on x86-64 alone: where it does not load, the
/// JDK signs.
final class RsaSignatures {

    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey key;
    private final @Nullable Provider provider;

    /// Ready to sign again: to prepare one with the key takes about as long as to sign.
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    private RsaSignatures(PrivateKey key, @Nullable Provider provider) {
        this.key = key;
        this.provider = provider;
    }

    /// @param pkcs8 the key
    static RsaSignatures fastest(byte[] pkcs8) throws GeneralSecurityException {
        return of(pkcs8, amazons().orElse(null));
    }

    /// @param provider `null`: the JDK's
    static RsaSignatures of(byte[] pkcs8, @Nullable Provider provider)
            throws GeneralSecurityException {
        var keys =
                provider == null
                        ? KeyFactory.getInstance("RSA")
                        : KeyFactory.getInstance("RSA", provider);
        return new RsaSignatures(keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), provider);
    }

    /// Empty where it does not work.
    static Optional<Provider> amazons() {
        try {
            var provider = AmazonCorrettoCryptoProvider.INSTANCE;
            return provider.getLoadingError() == null ? Optional.of(provider) : Optional.empty();
        } catch (LinkageError _) {
            return Optional.empty();
        }
    }

    int bits() {
        return ((RSAKey) key).getModulus().bitLength();
    }

    byte[] sign(byte[] text) {
        try {
            var ready = idle.poll();
            var signature = ready == null ? prepared() : ready;
            signature.update(text);
            var signed = signature.sign();
            idle.add(signature);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }

    private Signature prepared() throws GeneralSecurityException {
        var signature =
                provider == null
                        ? Signature.getInstance(ALGORITHM)
                        : Signature.getInstance(ALGORITHM, provider);
        signature.initSign(key);
        return signature;
    }
}

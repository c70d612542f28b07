package org.tinkuy.site.programme.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/// What the visitor typed, kept while they mend it.
///
/// @param key hidden in the form and the same however often it is sent
public record RegisterForm(
        String key, String name, String address, String timeZone, Set<UUID> sessions) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    public RegisterForm {
        sessions = Set.copyOf(sessions);
    }

    /// @param ticked a single open session is ticked beforehand
    static RegisterForm fresh(Set<UUID> ticked) {
        return new RegisterForm(UUID.randomUUID().toString(), "", "", "", ticked);
    }

    /// @param offered what the page offers; other sessions are ignored
    static RegisterForm of(MultiValueMap<String, String> form, Collection<UUID> offered) {
        var key = first(form, "key");
        var wanted = form.getOrDefault("session", List.of());
        return new RegisterForm(
                KEY.matcher(key).matches() ? key : UUID.randomUUID().toString(),
                first(form, "name"),
                first(form, "address"),
                first(form, "timeZone"),
                Set.copyOf(offered.stream().filter(id -> wanted.contains(id.toString())).toList()));
    }

    /// The same form sent again is the same request. One that was changed in between, for instance
    /// for the next member of the family after going back, is another.
    String idempotencyKey() {
        var content =
                String.join(
                        "\n",
                        key,
                        name,
                        address,
                        timeZone,
                        sessions.stream().map(UUID::toString).sorted().toList().toString());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RegisterForm withNewKey() {
        return new RegisterForm(UUID.randomUUID().toString(), name, address, timeZone, sessions);
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }
}

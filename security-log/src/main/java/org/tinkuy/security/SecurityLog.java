package org.tinkuy.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line of the security log, written to a logger of its own: `tinkuy.security`.
///
/// It takes ids, numbers and words of our own, and nothing else: no address, name, code or token
/// can get into it. A network is shortened to what hundreds share.
public final class SecurityLog {

    public static final String LOGGER = "tinkuy.security";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);

    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z0-9]+)*+");
    private static final int LONGEST_WORD = 40;

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 6;

    private final SecurityEvent event;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private SecurityLog(SecurityEvent event) {
        this.event = event;
    }

    public static SecurityLog of(SecurityEvent event) {
        return new SecurityLog(event);
    }

    /// The attendee who did it.
    public SecurityLog by(UUID attendee) {
        return with("by", attendee);
    }

    /// The device session that it was done from, or done to.
    public SecurityLog device(UUID deviceSession) {
        return with("device", deviceSession);
    }

    /// @param programme `null`: all of them
    public SecurityLog programme(@Nullable UUID programme) {
        return with("programme", programme == null ? "all" : programme);
    }

    /// What it was done to, by its id.
    public SecurityLog about(UUID id) {
        return with("about", id);
    }

    /// @param word of our own, such as the name of a problem or of a role
    /// @throws IllegalArgumentException for anything that a visitor may have written
    public SecurityLog what(String word) {
        if (word.length() > LONGEST_WORD || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("not a word of ours");
        }
        return with("what", word);
    }

    public SecurityLog count(long number) {
        return with("count", number);
    }

    /// Shortened to 24 bits of IPv4 and 48 of IPv6.
    public SecurityLog network(InetAddress address) {
        return with("network", shortened(address));
    }

    public void write() {
        var line = log.atInfo().addKeyValue("event", event.label());
        for (var field : fields.entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue());
        }
        line.log(
                fields.entrySet().stream()
                        .map(field -> " " + field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("", event.label(), "")));
    }

    private SecurityLog with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    private static String shortened(InetAddress address) {
        var bytes = address.getAddress();
        var kept = bytes.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT;
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.tinkuy.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/// What the command line says: `--name=number`.
///
/// @param mails how many are measured, each way
/// @param warmUp how many go before
/// @param connections Angus Mail's; ours follow the sink
record MailOptions(int mails, int warmUp, int connections) {

    static MailOptions of(String[] arguments) {
        var values = new TreeMap<>(Map.of("mails", 20_000, "warm-up", 20_000, "connections", 2));
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var name = parts[0].replaceFirst("^--", "");
            if (parts.length != 2 || values.replace(name, Integer.parseInt(parts[1])) == null) {
                throw new IllegalArgumentException(argument + ": known are " + values.keySet());
            }
        }
        return new MailOptions(
                values.getOrDefault("mails", 0),
                values.getOrDefault("warm-up", 0),
                values.getOrDefault("connections", 0));
    }
}

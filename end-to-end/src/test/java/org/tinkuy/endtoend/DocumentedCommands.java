package org.tinkuy.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The commands in the project's Markdown that ask the running system something.
final class DocumentedCommands {

    private static final Pattern CURL = Pattern.compile("^(curl|ask)\\s.*");
    private static final Pattern OPERATE =
            Pattern.compile("^docker compose exec (\\S+) operate\\s+(.*)");
    private static final Pattern INLINE = Pattern.compile("`((?:curl|ask)\\s[^`]+)`");

    private DocumentedCommands() {}

    /// @param words as a shell would split them; variables stand as they are written
    /// @param service where `operate` is run in its container; empty: a command for `curl`
    record Command(Path file, int line, Optional<String> service, List<String> words) {

        String place() {
            return file + ":" + line;
        }
    }

    static List<Command> under(Path checkout) throws IOException {
        var commands = new ArrayList<Command>();
        try (var files = Files.walk(checkout)) {
            for (var file : files.filter(it -> isOurs(checkout.relativize(it))).sorted().toList()) {
                commands.addAll(in(checkout.relativize(file), Files.readAllLines(file)));
            }
        }
        return commands;
    }

    private static boolean isOurs(Path file) {
        var names = Stream.iterate(0, n -> n < file.getNameCount(), n -> n + 1).map(file::getName);
        return file.toString().endsWith(".md")
                && names.map(Path::toString)
                        .noneMatch(it -> it.equals("target") || it.equals("node_modules"));
    }

    static List<Command> in(Path file, List<String> lines) {
        var commands = new ArrayList<Command>();
        var block = false;
        for (var n = 0; n < lines.size(); n++) {
            var line = lines.get(n).strip();
            if (line.startsWith("```")) {
                block = !block;
            } else if (block) {
                command(file, n + 1, line).ifPresent(commands::add);
            } else {
                for (var inline : INLINE.matcher(line).results().toList()) {
                    command(file, n + 1, inline.group(1)).ifPresent(commands::add);
                }
            }
        }
        return commands;
    }

    private static Optional<Command> command(Path file, int line, String text) {
        var operate = OPERATE.matcher(text);
        if (operate.matches()) {
            return Optional.of(
                    new Command(
                            file, line, Optional.of(operate.group(1)), words(operate.group(2))));
        }
        return CURL.matcher(text).matches()
                ? Optional.of(new Command(file, line, Optional.empty(), words(text)))
                : Optional.empty();
    }

    /// Quotes and comments as in a shell, nothing else of it.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var begun = false;
        var quote = ' ';
        for (var n = 0; n < text.length(); n++) {
            var c = text.charAt(n);
            if (quote == ' ' && c == '#' && !begun) {
                break;
            } else if (quote == ' ' && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else if (quote == ' ' && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (c == quote) {
                quote = ' ';
            } else if (quote == '"' && c == '\\') {
                n++;
                word.append(text.charAt(n));
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}

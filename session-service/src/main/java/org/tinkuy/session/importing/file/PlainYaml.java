package org.tinkuy.session.importing.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;

/// The part of YAML that a file of programmes is written in: what stands there is what is meant.
/// References, types and second documents are refused with their lines, because the parser hands
/// them on as texts: `*p` would be published as "p".
final class PlainYaml {

    /// Words of YAML for nothing, which the parser hands on as texts; `null` is understood.
    private static final Set<String> NOTHING = Set.of("~", "Null", "NULL");

    /// More than a person mends before trying again.
    private static final int MOST_ERRORS = 20;

    /// Three times as deep as a programme goes. Each level costs the parser a look at all others.
    private static final int DEEPEST = 20;

    /// Numbers of YAML that are none: no key here takes them, and the mapper has no words for them.
    private static final Pattern NO_NUMBER =
            Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final List<FieldError> errors = new ArrayList<>();
    private final Nesting nesting = new Nesting();
    private int documents;

    private PlainYaml() {}

    /// @throws InvalidInput naming each line that is refused
    static void require(Path file, LoadSettings settings) {
        var yaml = new PlainYaml();
        try (var reader = FileText.open(file)) {
            for (var event : new Parse(settings).parseReader(reader)) {
                yaml.read(event);
                if (yaml.errors.size() == MOST_ERRORS || yaml.nesting.depth() > DEEPEST) {
                    break;
                }
            }
            if (yaml.documents == 0) {
                throw InvalidInput.of("", "required", "The file is empty.");
            }
        } catch (YamlEngineException e) {
            yaml.errors.add(syntax(e, file));
        } catch (NumberFormatException _) {
            // the parser's own failure, which has no line: it reads eight digits as an int
            yaml.errors.add(
                    new FieldError(
                            "", "malformed", "\\U in quotes names a character that no text has."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!yaml.errors.isEmpty()) {
            throw new InvalidInput(yaml.errors);
        }
    }

    private void read(Event event) {
        switch (event) {
            case AliasEvent alias ->
                    refuse(
                            alias.getStartMark(),
                            "*%s refers to another place, which is not followed here: write the"
                                    + " value itself, or put it in quotes if it is a text.",
                            alias.getAlias().getValue());
            case ScalarEvent scalar -> read(scalar);
            case CollectionStartEvent collection -> read(collection);
            case DocumentStartEvent document -> read(document);
            default -> {}
        }
        nesting.read(event);
    }

    private void read(CollectionStartEvent collection) {
        noType(collection, collection.getTag());
        if (nesting.isKeyNext()) {
            refuse(
                    collection.getStartMark(),
                    "%s A key is one word, and no list or mapping.",
                    collection instanceof MappingStartEvent ? "{…}:" : "[…]:");
        }
        if (nesting.depth() == DEEPEST) {
            refuse(
                    collection.getStartMark(),
                    "lists and mappings go no deeper than %s here.",
                    String.valueOf(DEEPEST));
        }
    }

    private void read(ScalarEvent scalar) {
        noType(scalar, scalar.getTag());
        var text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return;
        }
        if (NOTHING.contains(text)) {
            refuse(
                    scalar.getStartMark(),
                    "%s: leave the key out where nothing is stated, or put it in quotes if it is a"
                            + " text.",
                    text);
        }
        if (NO_NUMBER.matcher(text).matches()) {
            refuse(scalar.getStartMark(), "%s: put it in quotes if it is a text.", text);
        }
        if (text.equals("<<")) {
            refuse(
                    scalar.getStartMark(),
                    "%s takes keys over from another place, which is not followed here: write them"
                            + " out.",
                    text);
        }
    }

    private void noType(Event event, Optional<String> type) {
        type.ifPresent(tag ->
                refuse(
                        event.getStartMark(),
                        "%s names a type, which is not taken here: leave it out.",
                        tag));
    }

    private void read(DocumentStartEvent document) {
        documents++;
        if (documents > 1) {
            refuse(
                    document.getStartMark(),
                    "%s begins a second document; a file of programmes is one.",
                    "---");
        }
        document.getSpecVersion()
                .filter(version -> version.getMajor() != 1 || version.getMinor() != 2)
                .ifPresent(version ->
                        refuse(
                                document.getStartMark(),
                                "YAML %s is another version; files are read as YAML 1.2.",
                                String.format(
                                        Locale.ROOT,
                                        "%d.%d",
                                        version.getMajor(),
                                        version.getMinor())));
    }

    private void refuse(Optional<Mark> at, String sentence, String piece) {
        errors.add(
                new FieldError(
                        "",
                        "malformed",
                        String.format(
                                        Locale.ROOT,
                                        "line %d: ",
                                        at.map(mark -> mark.getLine() + 1).orElse(1))
                                + sentence.formatted(piece),
                        piece));
    }

    /// In the parser's words, which speak of the text and of nothing else.
    private static FieldError syntax(YamlEngineException failure, Path file) {
        return switch (failure) {
            case MarkedYamlEngineException marked ->
                    new FieldError(
                            "",
                            "malformed",
                            String.format(
                                    Locale.ROOT,
                                    "line %d: this is no YAML: %s",
                                    marked.getProblemMark()
                                            .map(mark -> mark.getLine() + 1)
                                            .orElse(1),
                                    marked.getProblem()));
            case ReaderException unreadable ->
                    new FieldError(
                            "",
                            "malformed",
                            String.format(
                                    Locale.ROOT,
                                    "line %d: there is a character that no text has: U+%04X",
                                    FileText.lineOf(file, unreadable.getCodePoint()),
                                    unreadable.getCodePoint()));
            default -> new FieldError("", "malformed", "this is no YAML");
        };
    }
}

package org.tinkuy.site.organiser.sheet;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines of fields (RFC 4180). Moments are those of ISO 8601 with their offset. It begins with a
/// byte order mark: without one, spreadsheets read accents in the encoding of their machine.
final class CsvSheet implements Sheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Where a spreadsheet would calculate, also in full width (OWASP, "CSV Injection").
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    @Override
    public byte[] begin(List<String> columns) {
        return bytes(BYTE_ORDER_MARK + line(columns.stream().<Cell>map(Cell.Text::new).toList()));
    }

    @Override
    public byte[] rows(List<List<Cell>> rows) {
        return bytes(rows.stream().map(CsvSheet::line).collect(Collectors.joining()));
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private static String line(List<Cell> cells) {
        return cells.stream().map(CsvSheet::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text.isEmpty() ? "" : quoted(defused(text));
            case Cell.Moment(var at) -> MOMENT.format(at);
        };
    }

    /// With an apostrophe before it, it is a text for all of them.
    private static String defused(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

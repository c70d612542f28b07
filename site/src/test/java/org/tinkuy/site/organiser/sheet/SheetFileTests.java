package org.tinkuy.site.organiser.sheet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import reactor.core.publisher.Flux;

class SheetFileTests {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final Instant EVENING = Instant.parse("2026-11-25T23:00:00.123Z");

    @TempDir Path directory;

    private static String csv(String... texts) {
        return new String(
                written(SheetFile.CSV, List.of(List.of(texts).stream().map(Cell::of).toList())),
                StandardCharsets.UTF_8);
    }

    private static byte[] written(SheetFile file, List<List<Cell>> rows) {
        var all = new ByteArrayOutputStream();
        requireNonNull(
                        file.write("People", List.of("Name", "When"), Flux.fromIterable(rows))
                                .collectList()
                                .block())
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /// By its directory, as spreadsheets read it.
    private Map<String, String> parts(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip =
                new ZipFile(Files.write(directory.resolve("list.xlsx"), workbook).toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void csvBeginsWithItsMarkAndItsColumns() {
        assertThat(csv("Ana")).isEqualTo("\uFEFF\"Name\",\"When\"\r\n\"Ana\"\r\n");
    }

    @Test
    void csvKeepsWhatWouldEndAField() {
        assertThat(csv("Ana \"Ñusta\", Quispe\nMamani", ""))
                .endsWith("\r\n\"Ana \"\"Ñusta\"\", Quispe\nMamani\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+51 999",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＠x"
            })
    void csvCalculatesNothing(String text) {
        assertThat(csv(text)).contains("\r\n\"'" + text.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "Ana-María", "ana+1@example.org", "'", " =1"})
    void csvLeavesAloneWhatNobodyCalculates(String text) {
        assertThat(csv(text)).contains("\r\n\"" + text + "\"");
    }

    @Test
    void csvTellsAMomentWithItsOffset() {
        var row = List.of(Cell.of("Ana"), Cell.of(EVENING, LIMA));

        assertThat(new String(written(SheetFile.CSV, List.of(row)), StandardCharsets.UTF_8))
                .endsWith("\"Ana\",2026-11-25T18:00:00-05:00\r\n");
    }

    @Test
    void xlsxHasTextsAsTextsAndMomentsAsDates() throws Exception {
        var row = List.of(Cell.of("=1+1 <b>&\"ñ\u0001"), Cell.of(EVENING, LIMA));

        var sheet = sheet(written(SheetFile.XLSX, List.of(row)), 1);

        assertThat(sheet).doesNotContain("<f>").contains("t=\"inlineStr\"");
        var cells = cells(sheet);
        assertThat(cells).startsWith("Name", "When");
        assertThat(cells.get(2)).startsWith("=1+1 <b>&\"ñ");
        // days since 1900, as spreadsheets count them: 25 November 2026, 18:00
        assertThat(Double.parseDouble(cells.get(3))).isEqualTo(46351.75);
    }

    private String sheet(byte[] workbook, int number) throws IOException {
        return requireNonNull(parts(workbook).get("xl/worksheets/sheet" + number + ".xml"));
    }

    private static List<String> cells(String sheet) throws Exception {
        var cells = new ArrayList<String>();
        var found = parsed(sheet).getElementsByTagName("c");
        for (var i = 0; i < found.getLength(); i++) {
            cells.add(found.item(i).getTextContent());
        }
        return cells;
    }

    private static Document parsed(String xml) throws Exception {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException e) {
            throw new AssertionError(xml, e);
        }
    }

    @Test
    void xlsxGoesOnOnAFurtherSheet() throws Exception {
        var sheet = new XlsxSheet("People", 3);
        var all = new ByteArrayOutputStream();
        all.writeBytes(sheet.begin(List.of("Name")));
        all.writeBytes(
                sheet.rows(
                        IntStream.range(0, 5)
                                .mapToObj(i -> List.of(Cell.of("Person " + i)))
                                .toList()));
        all.writeBytes(sheet.end());

        assertThat(cells(sheet(all.toByteArray(), 1)))
                .containsExactly("Name", "Person 0", "Person 1");
        assertThat(cells(sheet(all.toByteArray(), 2)))
                .containsExactly("Name", "Person 2", "Person 3");
        assertThat(cells(sheet(all.toByteArray(), 3))).containsExactly("Name", "Person 4");
    }

    @ParameterizedTest
    @EnumSource
    void comesInPiecesAndNoFasterThanItIsTaken(SheetFile file) {
        var asked = new AtomicLong();
        var rows =
                Flux.range(0, 100_000)
                        .<List<Cell>>map(i -> List.of(Cell.of("Person " + i), Cell.EMPTY))
                        .doOnRequest(asked::addAndGet);

        var some =
                file.write("People", List.of("Name", "When"), rows).take(3).collectList().block();

        assertThat(some).hasSize(3).allMatch(piece -> piece.length < 100_000);
        assertThat(asked).hasValueLessThan(20_000);
    }

    @ParameterizedTest
    @EnumSource
    void isThereThoughItHasNoRows(SheetFile file) {
        assertThat(written(file, List.of())).isNotEmpty();
    }
}

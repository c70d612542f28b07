package org.tinkuy.site.organiser.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook (ISO/IEC 29500). Texts are texts and never formulas; they stand in their cells, since
/// a table of all that differ would be kept until the end. Moments are dates that can be sorted, by
/// the clock that their column names.
final class XlsxSheet implements Sheet {

    /// As many as a sheet takes; what follows stands on a further one.
    static final int MOST_ROWS = Worksheet.MAX_ROWS;

    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final double TEXT_WIDTH = 28;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(written, "Tinkuy", null);
    private final String title;
    private final int mostRows;
    private List<String> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    /// @param title of the sheet, in 31 characters at most and none of `[]:*?/\`
    XlsxSheet(String title, int mostRows) {
        this.title = title;
        this.mostRows = mostRows;
    }

    @Override
    public byte[] begin(List<String> columns) {
        this.columns = columns;
        open();
        return taken();
    }

    private Worksheet open() {
        sheets++;
        var opened = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        opened.freezePane(0, 1);
        for (var column = 0; column < columns.size(); column++) {
            opened.inlineString(0, column, columns.get(column));
            opened.style(0, column).bold().set();
            opened.width(column, TEXT_WIDTH);
        }
        row = 1;
        sheet = opened;
        return opened;
    }

    @Override
    public byte[] rows(List<List<Cell>> rows) {
        try {
            for (var cells : rows) {
                write(current(), cells);
            }
            current().flush();
            return taken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet current() throws IOException {
        var open = sheet;
        if (open == null) {
            throw new IllegalStateException("not begun");
        }
        if (row < mostRows) {
            return open;
        }
        open.finish();
        return open();
    }

    private void write(Worksheet open, List<Cell> cells) {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Cell.Text(var text) -> {
                    if (!text.isEmpty()) {
                        open.inlineString(row, column, text);
                    }
                }
                case Cell.Moment(var at) -> {
                    open.value(row, column, at.toLocalDateTime());
                    open.style(row, column).format(MOMENT).set();
                }
            }
        }
        row++;
    }

    @Override
    public byte[] end() {
        try {
            current().finish();
            workbook.finish();
            return taken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] taken() {
        var piece = written.toByteArray();
        written.reset();
        return piece;
    }
}

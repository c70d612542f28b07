package org.tinkuy.site.organiser.sheet;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Which kind of file a list becomes.
public enum SheetFile {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int ROWS_AT_A_TIME = 250;

    private final String type;

    SheetFile(String type) {
        this.type = type;
    }

    public MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// As file names end.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The file piece by piece, each made when it is asked for, so that no more of it than that is
    /// in memory.
    ///
    /// @param title in 31 characters at most and none of `[]:*?/\`
    public Flux<byte[]> write(String title, List<String> columns, Flux<List<Cell>> rows) {
        return Flux.defer(() -> write(open(title), columns, rows));
    }

    private static Flux<byte[]> write(Sheet sheet, List<String> columns, Flux<List<Cell>> rows) {
        return Flux.concat(
                        Mono.fromSupplier(() -> sheet.begin(columns)),
                        // compressing is work that others should not wait for
                        rows.buffer(ROWS_AT_A_TIME)
                                .publishOn(Schedulers.boundedElastic(), 1)
                                .map(sheet::rows),
                        Mono.fromSupplier(sheet::end))
                .filter(piece -> piece.length > 0);
    }

    private Sheet open(String title) {
        return switch (this) {
            case CSV -> new CsvSheet();
            case XLSX -> new XlsxSheet(title, XlsxSheet.MOST_ROWS);
        };
    }
}

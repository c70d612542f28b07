package org.tinkuy.site.organiser.sheet;

import java.util.List;

/// A file that is written piece by piece. A piece may be empty: what is compressed comes when there
/// is enough of it.
interface Sheet {

    /// What comes before the first row.
    byte[] begin(List<String> columns);

    byte[] rows(List<List<Cell>> rows);

    /// What comes after the last row.
    byte[] end();
}

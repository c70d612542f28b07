package org.tinkuy.session.programme;

import java.util.UUID;

/// Names a part of a programme, for good.
public interface PartId {

    UUID value();
}

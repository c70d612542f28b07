package org.tinkuy.session.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tinkuy.session.programme.Draft;

/// A draft after a PUT: 201 where it was begun, 200 where it was changed (RFC 9110, 9.3.4).
public final class DraftAnswers {

    private DraftAnswers() {}

    public static <D> ResponseEntity<D> of(D draft, long version) {
        var begun = version == Draft.FIRST_VERSION;
        return ResponseEntity.status(begun ? HttpStatus.CREATED : HttpStatus.OK).body(draft);
    }
}

package org.tinkuy.registration.registration.web;

import org.tinkuy.registration.Refusal;

final class NotOrganiser extends Refusal {

    NotOrganiser() {
        super(Because.NOT_ALLOWED, "forbidden", "Your roles do not allow this.");
    }
}

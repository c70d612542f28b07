/// Sessions as calendar programs read them (RFC 5545): the same UID and SEQUENCE wherever a session
/// is written, so that a calendar that has it from a mail and from a feed knows it again.
@NullMarked
package org.tinkuy.calendar;

import org.jspecify.annotations.NullMarked;

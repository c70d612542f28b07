/// What is published over HTTP, and how it gets there.
@NullMarked
package org.tinkuy.session.publication.web;

import org.jspecify.annotations.NullMarked;

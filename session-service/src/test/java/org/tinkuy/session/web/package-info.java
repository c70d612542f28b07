@NullMarked
package org.tinkuy.session.web;

import org.jspecify.annotations.NullMarked;

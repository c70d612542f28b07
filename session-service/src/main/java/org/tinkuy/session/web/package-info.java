/// What every HTTP endpoint of this service shares: who may do what, and how refusals look.
@NullMarked
package org.tinkuy.session.web;

import org.jspecify.annotations.NullMarked;

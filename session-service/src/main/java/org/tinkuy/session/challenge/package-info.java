/// Challenges: problems that are posed to teams, and ideas that are recognised.
@NullMarked
package org.tinkuy.session.challenge;

import org.jspecify.annotations.NullMarked;

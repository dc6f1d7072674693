/// Who are we talking to, what was said, who has the floor.
@NullMarked
package dev.relevo.crm;

import org.jspecify.annotations.NullMarked;

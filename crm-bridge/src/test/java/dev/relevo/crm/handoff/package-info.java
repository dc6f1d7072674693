@NullMarked
package dev.relevo.crm.handoff;

import org.jspecify.annotations.NullMarked;

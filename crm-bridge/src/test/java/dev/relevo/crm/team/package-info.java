@NullMarked
package dev.relevo.crm.team;

import org.jspecify.annotations.NullMarked;

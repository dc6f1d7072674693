@NullMarked
package dev.relevo.crm.workspace;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.crm;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.crm.desk;

import org.jspecify.annotations.NullMarked;

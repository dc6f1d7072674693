@NullMarked
package dev.relevo.crm.file;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.crm.contact;

import org.jspecify.annotations.NullMarked;

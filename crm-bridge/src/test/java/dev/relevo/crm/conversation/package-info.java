@NullMarked
package dev.relevo.crm.conversation;

import org.jspecify.annotations.NullMarked;

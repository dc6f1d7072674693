@NullMarked
package dev.relevo.knowledge.sheet;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.knowledge.suggestion;

import org.jspecify.annotations.NullMarked;

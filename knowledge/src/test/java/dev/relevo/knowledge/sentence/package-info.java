@NullMarked
package dev.relevo.knowledge.sentence;

import org.jspecify.annotations.NullMarked;

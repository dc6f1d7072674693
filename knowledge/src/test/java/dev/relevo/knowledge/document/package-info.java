@NullMarked
package dev.relevo.knowledge.document;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.knowledge.fetch;

import org.jspecify.annotations.NullMarked;

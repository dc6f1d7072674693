@NullMarked
package dev.relevo.bot;

import org.jspecify.annotations.NullMarked;

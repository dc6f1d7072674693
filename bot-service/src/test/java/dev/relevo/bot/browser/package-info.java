@NullMarked
package dev.relevo.bot.browser;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.bot.copilot;

import org.jspecify.annotations.NullMarked;

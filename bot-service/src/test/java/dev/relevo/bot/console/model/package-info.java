@NullMarked
package dev.relevo.bot.console.model;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.bot.review;

import org.jspecify.annotations.NullMarked;

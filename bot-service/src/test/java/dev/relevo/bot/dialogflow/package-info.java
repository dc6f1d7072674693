@NullMarked
package dev.relevo.bot.dialogflow;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.relevo.bot.console.dialogflow;

import org.jspecify.annotations.NullMarked;

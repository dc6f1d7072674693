/// The workspace: its name, switches, texts and channels.
@NullMarked
package dev.relevo.bot.console.setting;

import org.jspecify.annotations.NullMarked;

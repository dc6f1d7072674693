/// The audit log, for owners.
@NullMarked
package dev.relevo.bot.console.audit;

import org.jspecify.annotations.NullMarked;

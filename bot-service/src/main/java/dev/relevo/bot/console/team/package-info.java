/// The people who serve: roles, invitations, presence.
@NullMarked
package dev.relevo.bot.console.team;

import org.jspecify.annotations.NullMarked;

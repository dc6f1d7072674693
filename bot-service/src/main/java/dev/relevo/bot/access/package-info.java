/// Sign-in, roles, invitations: who may enter the console.
@ApplicationModule(allowedDependencies = {"workspace", "team", "setting", "operation"})
@NullMarked
package dev.relevo.bot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

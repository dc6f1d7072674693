package dev.relevo.bot.access;

import dev.relevo.crm.team.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may come through a door of the console: this role and those that include it. A method's own
/// word counts before its class's; a console door without one is closed to everybody.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Door {

  Role value();
}

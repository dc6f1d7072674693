package dev.relevo.bot.access;

import dev.relevo.bot.audit.Act;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What comes through this door is written in the audit log, with the numbers in its address. Not
/// written is what was refused: by an exception, by a status from 400 on, or by a page or a
/// redirect that says so under the name `fault`, `refusal` or `refusals`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

  Act value();

  /// Fields of the form that are written down, too; never a secret.
  String[] with() default {};

  /// Which part, where one act has several doors.
  String part() default "";
}

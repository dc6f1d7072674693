/// What a text states that can be checked: links, phones, days, prices and numbers, however they
/// are written, and whether another text states them too; and the marks that stand for what tells
/// who somebody is.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.bot.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

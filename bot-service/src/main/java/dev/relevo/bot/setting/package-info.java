/// What the person who runs Relevo has set: the data folder, the public address, the secret key;
/// and the one sentence that is said when a start is refused.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.bot.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

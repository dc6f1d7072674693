/// Lines from any replica to the one that works on a lane, kept by a Kafka cluster until what is on
/// them was worked off. There only where the operator chose Kafka; knows nothing of what it
/// carries.
@ApplicationModule(allowedDependencies = {"lane", "setting"})
@NullMarked
package dev.relevo.bot.belt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

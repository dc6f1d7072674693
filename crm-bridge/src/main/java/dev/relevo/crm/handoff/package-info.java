/// The bot gives the floor to a person and gets it back: the queue, the inboxes, the deadlines.
@ApplicationModule(
    allowedDependencies = {"sql", "workspace", "contact", "team", "conversation", "file"})
@NullMarked
package dev.relevo.crm.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

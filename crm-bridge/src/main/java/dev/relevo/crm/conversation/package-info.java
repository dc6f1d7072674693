/// What was said; the thread row with floor, epoch, assignee and window; the journal of events.
@ApplicationModule(allowedDependencies = {"sql", "workspace", "contact", "team", "file"})
@NullMarked
package dev.relevo.crm.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

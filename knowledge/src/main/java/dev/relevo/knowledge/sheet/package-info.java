/// The matrix in a Google sheet that a business keeps: read, written back with its colours, and
/// merged cell by cell where both sides changed it. [Sheets] connects the two and tells what each
/// has for the other; [SheetSync] does so again and again, by way of the draft.
@ApplicationModule(allowedDependencies = {"sentence", "matrix", "draft"})
@NullMarked
package dev.relevo.knowledge.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// How values lie in columns: instants, optional values, arrays, JSON.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.crm.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

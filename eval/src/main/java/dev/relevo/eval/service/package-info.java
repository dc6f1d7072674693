/// The packaged application in a process of its own, to be started, watched and killed.
@NullMarked
package dev.relevo.eval.service;

import org.jspecify.annotations.NullMarked;

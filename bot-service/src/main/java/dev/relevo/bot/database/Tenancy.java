package dev.relevo.bot.database;

import dev.relevo.crm.workspace.WorkspaceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import javax.sql.DataSource;

/// Whose rows the work at hand may reach. The doors through which members, programs and visitors
/// come say for which workspace they work, and the database then gives no row of any other,
/// whatever the statement asks for: row-level security under the role `relevo_tenant`. Work that
/// nobody bound (lanes, couriers, timers, sign-in) is for all workspaces, under `relevo_app`.
///
/// This holds when a statement forgets its workspace or is handed a wrong number. It does not hold
/// against somebody who can send statements of their own: who can do that can also change the role.
public final class Tenancy {

  private static final ScopedValue<Optional<WorkspaceId>> CURRENT = ScopedValue.newInstance();

  private Tenancy() {}

  /// Does the work with connections that see one workspace. Threads started inside are not bound; a
  /// transaction begun outside keeps what it had.
  public static <T, X extends Throwable> T within(
      WorkspaceId workspace, CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, Optional.of(workspace)).<T, X>call(work);
  }

  /// The rest of a request, for one workspace.
  public static FilterChain within(WorkspaceId workspace, FilterChain chain) {
    return (request, response) -> {
      try {
        within(
            workspace,
            () -> {
              chain.doFilter(request, response);
              return true;
            });
      } catch (IOException | ServletException | RuntimeException failed) {
        throw failed;
      } catch (Exception impossible) {
        throw new ServletException(impossible);
      }
    };
  }

  /// Does the work for all workspaces, though the request is one's: what belongs to none, such as
  /// sessions and tries to sign in.
  public static <T, X extends Throwable> T everywhere(CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, Optional.<WorkspaceId>empty()).<T, X>call(work);
  }

  /// Connections for tables that belong to no workspace.
  public static DataSource everywhere(DataSource source) {
    return source instanceof SharedPools pools ? pools.everywhere() : source;
  }

  /// The workspace the work is bound to.
  static Optional<WorkspaceId> current() {
    return CURRENT.orElse(Optional.empty());
  }
}

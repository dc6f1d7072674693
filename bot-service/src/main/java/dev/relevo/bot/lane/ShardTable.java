package dev.relevo.bot.lane;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.shard` and `bot.replica`. Time is the database's: replicas' clocks may differ.
@Repository
class ShardTable {

  private final JdbcClient jdbc;

  ShardTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Says that a replica is there, forgets those gone long ago; how many are there.
  int present(String owner, Duration lease) {
    jdbc.sql(
            """
            INSERT INTO bot.replica (owner, seen_at) VALUES (:owner, clock_timestamp())
            ON CONFLICT (owner) DO UPDATE SET seen_at = EXCLUDED.seen_at
            """)
        .param("owner", owner)
        .update();
    jdbc.sql("DELETE FROM bot.replica WHERE seen_at < clock_timestamp() - interval '1 hour'")
        .update();
    return jdbc.sql(
            """
            SELECT count(*) FROM bot.replica
            WHERE abs(extract(epoch FROM clock_timestamp() - seen_at)) < :seconds
            """)
        .param("seconds", seconds(lease))
        .query(Integer.class)
        .single();
  }

  void gone(String owner) {
    jdbc.sql("DELETE FROM bot.replica WHERE owner = :owner").param("owner", owner).update();
  }

  /// Prolongs what the replica holds, by shard and token.
  Map<Integer, Long> renew(String owner, Duration lease) {
    return read(
        """
        UPDATE bot.shard SET leased_until = clock_timestamp() + :seconds * interval '1 second'
        WHERE owner = :owner RETURNING id, token
        """,
        owner,
        lease,
        0);
  }

  /// Takes over shards nobody holds any more, raising their tokens. A lease that ends later than
  /// any can was given before the database's clock was put back, and whoever lives renews it soon.
  Map<Integer, Long> claim(String owner, Duration lease, int most) {
    return read(
        """
        UPDATE bot.shard
        SET owner = :owner, token = token + 1,
            leased_until = clock_timestamp() + :seconds * interval '1 second'
        WHERE id IN (SELECT id FROM bot.shard
                     WHERE leased_until IS NULL OR leased_until < clock_timestamp()
                       OR leased_until > clock_timestamp() + 2 * :seconds * interval '1 second'
                     ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
        RETURNING id, token
        """,
        owner,
        lease,
        most);
  }

  void release(String owner, Collection<Integer> shards) {
    jdbc.sql(
            """
            UPDATE bot.shard SET owner = NULL, leased_until = NULL
            WHERE owner = :owner AND id = ANY(:ids)
            """)
        .param("owner", owner)
        .param("ids", shards.stream().mapToInt(Integer::intValue).toArray())
        .update();
  }

  /// Ends every lease, whoever holds it: only for a replica that knows it is alone.
  void releaseAll() {
    jdbc.sql("UPDATE bot.shard SET owner = NULL, leased_until = NULL").update();
    jdbc.sql("DELETE FROM bot.replica").update();
  }

  /// Those of the leases that still hold; none of them can change hands before the transaction
  /// ends.
  Set<Integer> keep(Map<Integer, Long> tokens) {
    var ids = tokens.keySet().stream().mapToInt(Integer::intValue).toArray();
    var held = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      held[i] = tokens.getOrDefault(ids[i], -1L);
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT s.id FROM bot.shard s
                JOIN unnest(:ids, :tokens) AS held (id, token) ON held.id = s.id AND held.token = s.token
                ORDER BY s.id FOR KEY SHARE OF s
                """)
            .param("ids", ids)
            .param("tokens", held)
            .query(Integer.class)
            .list());
  }

  private Map<Integer, Long> read(String sql, String owner, Duration lease, int most) {
    var held = new HashMap<Integer, Long>();
    jdbc.sql(sql)
        .param("owner", owner)
        .param("seconds", seconds(lease))
        .param("most", most)
        .query(row -> {
          held.put(row.getInt("id"), row.getLong("token"));
        });
    return held;
  }

  private static double seconds(Duration lease) {
    return lease.toMillis() / 1000.0;
  }
}

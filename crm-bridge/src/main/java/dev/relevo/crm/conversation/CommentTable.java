package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notes between colleagues.
@Repository
class CommentTable {
  private final JdbcClient jdbc;

  CommentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, Comment comment) {
    jdbc.sql(
            """
            INSERT INTO crm.comment
              (workspace_id, contact_id, sequence, author, member_id, automatic, body, created_at)
            VALUES (:workspace, :contact, :sequence, :author, :member, :automatic, :body, :at)
            """)
        .param("workspace", workspace.value())
        .param("contact", comment.contact().value())
        .param("sequence", comment.sequence())
        .param("author", Authors.word(comment.author()))
        .param("member", Authors.member(comment.author()))
        .param("automatic", Authors.reason(comment.author()))
        .param("body", comment.body())
        .param("at", Column.at(comment.at()))
        .update();
  }

  /// Newest last.
  List<Comment> page(ContactId contact, long before, int limit) {
    return jdbc.sql(
            """
            SELECT sequence, author, member_id, automatic, body, created_at FROM crm.comment
            WHERE contact_id = :contact AND sequence < :before
            ORDER BY sequence DESC LIMIT :limit
            """)
        .param("contact", contact.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, n) ->
            new Comment(
                contact,
                row.getLong("sequence"),
                Authors.read(row, "author"),
                row.getString("body"),
                Column.instant(row, "created_at")))
        .list()
        .reversed();
  }
}

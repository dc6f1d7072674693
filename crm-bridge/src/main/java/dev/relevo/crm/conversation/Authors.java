package dev.relevo.crm.conversation;

import dev.relevo.crm.team.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Authors as three columns: the word, the member, the reason.
final class Authors {
  private Authors() {}

  static String word(Author author) {
    return switch (author) {
      case Author.Customer() -> "CUSTOMER";
      case Author.Bot() -> "BOT";
      case Author.Person _ -> "PERSON";
      case Author.Automatic _ -> "AUTOMATIC";
      case Author.Echo() -> "ECHO";
    };
  }

  static @Nullable Long member(Author author) {
    return author instanceof Author.Person(var member) ? (Long) member.value() : null;
  }

  static @Nullable String reason(Author author) {
    return author instanceof Author.Automatic(var reason) ? reason : null;
  }

  /// From the columns of that name, `member_id` and `automatic`.
  static Author read(ResultSet row, String column) throws SQLException {
    var word = row.getString(column);
    return switch (word) {
      case "CUSTOMER" -> Author.CUSTOMER;
      case "BOT" -> Author.BOT;
      case "PERSON" -> new Author.Person(new MemberId(row.getLong("member_id")));
      case "AUTOMATIC" -> new Author.Automatic(row.getString("automatic"));
      case "ECHO" -> new Author.Echo();
      default -> throw new IllegalStateException("unknown author " + word);
    };
  }
}

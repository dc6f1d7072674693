package dev.relevo.eval.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A conversation with what ought to come of each thing the customer says.
///
/// @param language of the sample matrix it is held on; a customer may speak another one
/// @param about a line for people
public record Dialogue(String id, Locale language, String about, List<Turn> turns) {

  public Dialogue {
    turns = List.copyOf(turns);
  }

  /// What happens next.
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({
    @JsonSubTypes.Type(Customer.class),
    @JsonSubTypes.Type(Person.class),
    @JsonSubTypes.Type(HandBack.class),
    @JsonSubTypes.Type(Closed.class)
  })
  public sealed interface Turn {}

  /// The customer writes.
  ///
  /// @param expect any of these is right
  /// @param rowIds of these rows any is right; empty where none is in question
  /// @param followUp whether the text can only be understood with what was said before
  /// @param captures contact fields with the values they must have afterwards
  public record Customer(
      @JsonProperty("customer") String text,
      Set<Expected> expect,
      @JsonProperty("rows") List<String> rowIds,
      boolean followUp,
      Map<String, String> captures)
      implements Turn {

    public Customer {
      expect = Set.copyOf(expect);
      rowIds = List.copyOf(rowIds);
      captures = Map.copyOf(captures);
    }

    public List<RowId> rows() {
      return rowIds.stream().map(RowId::new).toList();
    }
  }

  /// A person of the business writes, and has the floor from then on.
  public record Person(@JsonProperty("person") String text) implements Turn {}

  /// The person gives the conversation back to the bot; `true`.
  public record HandBack(boolean handBack) implements Turn {}

  /// The conversation is closed, which gives it back, too; `true`.
  public record Closed(boolean closed) implements Turn {}

  /// What may come of what a customer says.
  public enum Expected {
    /// One of the rows is sent word for word.
    ROW,
    /// A worded answer cites one of the rows, and every figure in it stands there; without rows:
    /// what a person said is given again.
    GROUNDED,
    /// Rows are offered, one of those named among them.
    OFFERED,
    /// The fallback is said, with the way to a person.
    ABSTAINED,
    /// A person is called; where rows are named, by one of them.
    HANDED_OFF,
    /// The customer is asked what is meant.
    CLARIFIED,
    /// Fields are filled as named.
    CAPTURED,
    /// The bot says nothing.
    SILENT
  }
}

package dev.relevo.bot.hindsight;

import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Filter;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.matrix.GeneratedId;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.replay.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Fills gaps in the working copy, and lends it to be tried out.
@Component
final class DraftEditing implements Editing, Working {

  /// So often is tried what somebody else was quicker at.
  private static final int TRIES = 20;

  private final Drafts drafts;
  private final MessageSource messages;

  DraftEditing(Drafts drafts, MessageSource messages) {
    this.drafts = drafts;
    this.messages = messages;
  }

  @Override
  public String addRow(long workspace, By by, NewRow row) {
    var first = GeneratedId.of(row.language(), row.question()).value();
    for (int number = 1; number <= TRIES; number++) {
      var id = new RowId(number == 1 ? first : first + "-" + number);
      var edit = Edit.of(new Edit.Step.Add(List.of(written(id, row)), new Spot.Bottom()));
      if (drafts.apply(workspace, editor(by), edit) instanceof Edited.Done) {
        return id.value();
      }
    }
    throw new IllegalStateException("no id is free for a new row");
  }

  /// Without an answer it is a question; with a person's words it says whose they are.
  private Row written(RowId id, NewRow row) {
    var added =
        Row.answering(id, row.language(), row.question(), row.variants(), row.suggestion().strip());
    return row.suggestion().isBlank()
        ? added
        : added.withNotes(messages.getMessage("gap.suggested.note", null, row.language()));
  }

  @Override
  public Optional<String> addVariants(long workspace, By by, String row, List<String> variants) {
    var id = id(row);
    for (int tries = 0; id.isPresent() && tries < TRIES; tries++) {
      var found = drafts.row(workspace, id.get());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      var edit =
          Edit.of(new Edit.Step.Put(with(variants, found.get().row()), found.get().revision()));
      switch (drafts.apply(workspace, editor(by), edit)) {
        case Edited.Done _, Edited.Unchanged _ -> {
          return Optional.of(row);
        }
        case Edited.Refused _ -> {
          return Optional.empty();
        }
        case Edited.Conflict _ -> {}
      }
    }
    return Optional.empty();
  }

  private static Row with(List<String> variants, Row row) {
    var all = new ArrayList<>(row.variants());
    var known = new ArrayList<>(row.phrases().stream().map(DraftEditing::plain).toList());
    for (var variant : variants) {
      if (!known.contains(plain(variant))) {
        known.add(plain(variant));
        all.add(variant);
      }
    }
    return row.withVariants(all);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<RowId> id(String row) {
    try {
      return Optional.of(new RowId(row));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public List<Found> search(long workspace, String words, int limit) {
    var filter = new Filter(words, Optional.empty(), Optional.empty(), Optional.empty());
    return drafts.page(workspace, filter, Optional.empty(), limit).rows().stream()
        .map(DraftRow::row)
        .map(it -> new Found(it.id().value(), it.question(), it.answer()))
        .toList();
  }

  @Override
  public Optional<Snapshot> draft(long workspace) {
    var snapshot = drafts.snapshot(workspace);
    return snapshot.matrix().rows().isEmpty()
        ? Optional.empty()
        : Optional.of(new Snapshot(snapshot.revision(), snapshot.matrix()));
  }

  private static Editor editor(By by) {
    return new Editor(by.member(), by.name());
  }
}

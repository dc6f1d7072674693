package dev.relevo.knowledge.document;

import dev.relevo.knowledge.sentence.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what was read of a document: of a file or page that changed, only the passages that did.
/// Each call is one transaction, and does nothing when its claim is void.
final class Keeping {

  private final DocumentTable documents;
  private final PartTable parts;
  private final PassageTable passages;
  private final TransactionTemplate transaction;
  private final DocumentLimits limits;

  Keeping(DataSource dataSource, PlatformTransactionManager transactions, DocumentLimits limits) {
    documents = new DocumentTable(dataSource);
    parts = new PartTable(dataSource);
    passages = new PassageTable(dataSource);
    transaction = new TransactionTemplate(transactions);
    this.limits = limits;
  }

  /// What became of something that was to be kept.
  enum Kept {
    DONE,
    /// Somebody else reads the document now, or it was removed.
    CLAIM_VOID,
    /// The workspace would have more passages than it may.
    TOO_MANY_PASSAGES,
    /// The workspace would have more bytes than it may.
    TOO_MANY_BYTES
  }

  Kept keep(Claim claim, PartTable.Part part, List<Splitting.Piece> pieces) {
    return transaction.execute(status -> {
      documents.lock(claim.workspace());
      if (!documents.holds(claim)) {
        return Kept.CLAIM_VOID;
      }
      var id = parts.keep(claim.workspace(), claim.document(), part);
      if (replace(claim, id, pieces)) {
        documents.raiseRevision(claim);
      }
      var totals = documents.totals(claim.workspace());
      if (totals.passages() > limits.passages() || totals.bytes() > limits.bytes()) {
        status.setRollbackOnly();
        return totals.bytes() > limits.bytes() ? Kept.TOO_MANY_BYTES : Kept.TOO_MANY_PASSAGES;
      }
      return Kept.DONE;
    });
  }

  /// Says what was too much.
  Sentence full(Kept kept) {
    return kept == Kept.TOO_MANY_BYTES
        ? Sentence.of("document.bytes", DocumentLimits.megabytes(limits.bytes()))
        : Sentence.of("document.passages", limits.passages());
  }

  /// Removes a page that is no longer there.
  void forget(Claim claim, String address) {
    transaction.executeWithoutResult(_ -> {
      if (documents.holds(claim) && parts.remove(claim.workspace(), claim.document(), address)) {
        documents.raiseRevision(claim);
      }
    });
  }

  /// False if all passages were there already.
  private boolean replace(Claim claim, long part, List<Splitting.Piece> pieces) {
    var before = new HashMap<String, ArrayDeque<Long>>();
    for (var kept : passages.kept(claim.workspace(), part)) {
      before.computeIfAbsent(hex(kept.hash()), _ -> new ArrayDeque<>()).add(kept.id());
    }
    var language = languageOf(pieces);
    var fresh = new ArrayList<PassageTable.Fresh>();
    for (int at = 0; at < pieces.size(); at++) {
      var piece = pieces.get(at);
      var hash = hex(hash(piece));
      var same = before.getOrDefault(hash, new ArrayDeque<>()).poll();
      if (same == null) {
        fresh.add(fresh(at, piece, language, hash));
      } else {
        passages.move(claim.workspace(), same, at, piece);
      }
    }
    var gone = left(before);
    passages.remove(claim.workspace(), gone);
    passages.insert(claim.workspace(), claim.document(), part, fresh);
    return !fresh.isEmpty() || !gone.isEmpty();
  }

  private static PassageTable.Fresh fresh(
      int position, Splitting.Piece piece, Locale language, String hash) {
    return new PassageTable.Fresh(
        position,
        piece.headings(),
        piece.words(),
        LanguageGuess.of(piece.words(), language).getLanguage(),
        piece.page(),
        piece.anchor(),
        hash);
  }

  private static List<Long> left(Map<String, ArrayDeque<Long>> before) {
    var left = new ArrayList<Long>();
    before.values().forEach(left::addAll);
    return left;
  }

  private static Locale languageOf(List<Splitting.Piece> pieces) {
    var sample = new StringBuilder();
    for (var piece : pieces.subList(0, Math.min(pieces.size(), 10))) {
      sample.append(piece.words()).append(' ');
    }
    return LanguageGuess.of(sample.toString(), LanguageGuess.SPANISH);
  }

  private static byte[] hash(Splitting.Piece piece) {
    var whole = String.join("\n", piece.headings()) + "\n\n" + piece.words();
    return sha256(whole.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}

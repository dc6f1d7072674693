package dev.relevo.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/// An index in memory over texts of one language, in two fields: stems of words, and pieces of
/// words. A score is the share of what the query could reach at most: 1 means a text as good as the
/// query itself; words the index does not know count as missed.
final class TextIndex implements AutoCloseable {

  /// The index's two fields and their weights.
  private static final Map<String, Double> FIELDS = Map.of("word", 0.5, "piece", 0.5);

  private static final int SHORTEST_PIECE = 3;

  /// BM25's own defaults, needed to know what a query could reach.
  private static final double SATURATION = 1.2;

  private static final double LENGTH_WEIGHT = 0.75;

  /// So many texts without the term are imagined beside the indexed ones; without them, a tiny
  /// index would take its only words for common ones.
  private static final int UNSEEN = 20;

  /// A query may have 1,024 clauses in Lucene.
  private static final int MOST_TERMS = 500;

  private static final BM25Similarity SIMILARITY =
      new BM25Similarity((float) SATURATION, (float) LENGTH_WEIGHT) {
        @Override
        protected float idf(long frequency, long texts) {
          return (float) rarity(frequency, texts);
        }
      };

  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final Analysis analysis;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, CollectionStatistics> statistics = new HashMap<>();

  /// Indexes texts that are given as folded words.
  TextIndex(Analysis analysis, List<List<String>> texts) {
    this.analysis = analysis;
    try {
      write(texts);
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      searcher.setSimilarity(SIMILARITY);
      for (var field : FIELDS.keySet()) {
        var collection = searcher.collectionStatistics(field);
        if (collection != null) {
          statistics.put(field, collection);
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private void write(List<List<String>> texts) throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int text = 0; text < texts.size(); text++) {
        var document = new Document();
        document.add(new NumericDocValuesField("text", text));
        for (var field : FIELDS.keySet()) {
          var terms = terms(field, texts.get(text));
          document.add(new Field(field, new Analysis.Tokens(terms), TERMS));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private List<String> terms(String field, List<String> words) {
    return field.equals("word") ? analysis.stems(words) : Analysis.pieces(words, SHORTEST_PIECE);
  }

  /// The texts most like the words, best first.
  List<Match> search(List<String> words, int most) {
    try {
      var query = new BooleanQuery.Builder();
      for (var field : FIELDS.entrySet()) {
        addClauses(query, field.getKey(), field.getValue(), words);
      }
      var found = searcher.search(query.build(), most).scoreDocs;
      return matches(found);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private void addClauses(
      BooleanQuery.Builder query, String field, double weight, List<String> words)
      throws IOException {
    var collection = statistics.get(field);
    if (collection == null) {
      return;
    }
    var counts = new LinkedHashMap<String, Integer>();
    var terms = terms(field, words);
    terms.stream().limit(MOST_TERMS).forEach(term -> counts.merge(term, 1, Integer::sum));
    double best = 0;
    var known = new ArrayList<TermQuery>();
    double average = (double) collection.sumTotalTermFreq() / collection.docCount();
    double slack = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * terms.size() / average);
    for (var counted : counts.entrySet()) {
      var term = new Term(field, counted.getKey());
      int frequency = reader.docFreq(term);
      double idf = rarity(frequency, collection.docCount());
      best += idf * counted.getValue() / (counted.getValue() + slack);
      if (frequency > 0) {
        known.add(new TermQuery(term));
      }
    }
    for (var term : known) {
      query.add(new BoostQuery(term, (float) (weight / best)), Occur.SHOULD);
    }
  }

  private static double rarity(long frequency, long texts) {
    return Math.log(1 + (texts + UNSEEN - frequency + 0.5) / (frequency + 0.5));
  }

  private List<Match> matches(ScoreDoc[] found) throws IOException {
    var ordered = found.clone();
    Arrays.sort(ordered, Comparator.comparingInt(hit -> hit.doc));
    var matches = new ArrayList<Match>();
    NumericDocValues texts = MultiDocValues.getNumericValues(reader, "text");
    for (var hit : ordered) {
      if (texts != null && texts.advanceExact(hit.doc)) {
        matches.add(new Match((int) texts.longValue(), Math.clamp(hit.score, 0.0, 1.0)));
      }
    }
    matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::text));
    return matches;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /// A text by its number, and how much of the query it reaches.
  record Match(int text, double score) {}
}

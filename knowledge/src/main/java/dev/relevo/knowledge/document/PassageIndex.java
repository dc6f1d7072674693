package dev.relevo.knowledge.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// The passages of one workspace, searchable by word stems of their language (BM25), with headings
/// counting more. Words as they are written also count a little, so that names and numbers are
/// found in a passage of another language. In memory: some 2 kB a passage.
final class PassageIndex {

  private static final float HEADING = 1.5f;
  private static final float AS_WRITTEN = 0.25f;

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Analyzer analyzer = analyzer();

  /// The documents that are in the index, each with the revision it was read at.
  private final Map<Long, Long> revisions = new HashMap<>();

  PassageIndex() {
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
      searchers = new SearcherManager(writer, null);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// A passage's number and how well it fits.
  record Hit(long passage, double score) {}

  /// Reads a document's passages.
  @FunctionalInterface
  interface Shelf {
    List<Passage> passages(long document);
  }

  /// Brings the index to these revisions: only documents that changed are read.
  synchronized void follow(Map<Long, Long> current, Shelf shelf) {
    if (current.equals(revisions)) {
      return;
    }
    try {
      for (var document : List.copyOf(revisions.keySet())) {
        if (!Objects.equals(revisions.get(document), current.get(document))) {
          writer.deleteDocuments(new Term("document", Long.toString(document)));
          revisions.remove(document);
        }
      }
      for (var document : current.keySet()) {
        if (!revisions.containsKey(document)) {
          for (var passage : shelf.passages(document)) {
            writer.addDocument(document(passage));
          }
          revisions.put(document, current.get(document));
        }
      }
      searchers.maybeRefreshBlocking();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// The passages that share words with the question, best first.
  List<Hit> search(String question, Locale language, int most) {
    var query = query(question, language);
    try {
      var searcher = searchers.acquire();
      try {
        var hits = new ArrayList<Hit>();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(query, most).scoreDocs) {
          hits.add(new Hit(Long.parseLong(stored.document(hit.doc).get("id")), hit.score));
        }
        return hits;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private Query query(String question, Locale language) {
    var builder = new QueryBuilder(analyzer);
    var query = new BooleanQuery.Builder();
    add(query, builder.createBooleanQuery("words." + language.getLanguage(), question), 1);
    add(query, builder.createBooleanQuery("headings." + language.getLanguage(), question), HEADING);
    add(query, builder.createBooleanQuery("written", question), AS_WRITTEN);
    return query.build();
  }

  private static void add(BooleanQuery.Builder query, @Nullable Query part, float weight) {
    if (part != null) {
      query.add(new BoostQuery(part, weight), BooleanClause.Occur.SHOULD);
    }
  }

  private static org.apache.lucene.document.Document document(Passage passage) {
    var language = passage.language().getLanguage();
    var headings = passage.path();
    var document = new org.apache.lucene.document.Document();
    document.add(new StoredField("id", Long.toString(passage.id())));
    document.add(new StringField("document", Long.toString(passage.document()), Field.Store.NO));
    document.add(new TextField("words." + language, passage.words(), Field.Store.NO));
    document.add(new TextField("headings." + language, headings, Field.Store.NO));
    document.add(new TextField("written", headings + " " + passage.words(), Field.Store.NO));
    return document;
  }

  private static Analyzer analyzer() {
    var spanish = new SpanishAnalyzer();
    var english = new EnglishAnalyzer();
    var portuguese = new PortugueseAnalyzer();
    return new PerFieldAnalyzerWrapper(
        new AsWritten(),
        Map.of(
            "words.es", spanish,
            "headings.es", spanish,
            "words.en", english,
            "headings.en", english,
            "words.pt", portuguese,
            "headings.pt", portuguese));
  }

  /// Folded, without the small words of the three languages.
  private static final class AsWritten extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new StandardTokenizer();
      TokenStream stream = new LowerCaseFilter(words);
      for (var small :
          List.of(
              SpanishAnalyzer.getDefaultStopSet(),
              EnglishAnalyzer.getDefaultStopSet(),
              PortugueseAnalyzer.getDefaultStopSet())) {
        stream = new org.apache.lucene.analysis.StopFilter(stream, small);
      }
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(stream));
    }
  }
}

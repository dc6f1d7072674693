package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IOContext;

/// An inverted index in memory over the features of texts. A question is looked up by its heaviest
/// features alone: the common ones would take the most time and tell the least.
public final class LuceneIndex implements CandidateIndex {

  private static final String FEATURES = "feature";
  private static final String ROW = "row";

  /// The features of a question that are looked up.
  private static final int LOOKED_UP = Integer.getInteger("lookup", 24);

  /// So many texts are taken for each row wanted, for some rows have several.
  private static final int TEXTS_A_ROW = 2;

  private final ByteBuffersDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LuceneIndex(ByteBuffersDirectory directory) throws IOException {
    this.directory = directory;
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /// Indexes texts.
  public static LuceneIndex over(List<Text> texts) {
    return changed(new ByteBuffersDirectory(), List.of(), texts, true);
  }

  @Override
  public LuceneIndex with(Collection<Integer> gone, List<Text> come) {
    try {
      var copy = new ByteBuffersDirectory();
      for (var file : directory.listAll()) {
        copy.copyFrom(directory, file, file, IOContext.DEFAULT);
      }
      return changed(copy, gone, come, false);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static LuceneIndex changed(
      ByteBuffersDirectory directory, Collection<Integer> gone, List<Text> come, boolean merged) {
    try {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
        for (int row : gone) {
          writer.deleteDocuments(new Term(ROW, Integer.toString(row)));
        }
        for (var text : come) {
          writer.addDocument(document(text));
        }
        if (merged) {
          writer.forceMerge(1);
        }
      }
      return new LuceneIndex(directory);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Document document(Text text) {
    var document = new Document();
    document.add(new StringField(ROW, Integer.toString(text.row()), Store.NO));
    document.add(new NumericDocValuesField(ROW, text.row()));
    var vector = text.vector();
    for (int place = 0; place < vector.features().length; place++) {
      document.add(
          new FeatureField(FEATURES, name(vector.features()[place]), vector.weights()[place]));
    }
    return document;
  }

  private static String name(int feature) {
    return Integer.toString(feature, Character.MAX_RADIX);
  }

  @Override
  public List<Integer> near(Vector question, int most) {
    try {
      var query = new BooleanQuery.Builder();
      heaviest(question)
          .forEach(place -> {
            var name = name(question.features()[place]);
            float weight = question.weights()[place];
            query.add(FeatureField.newLinearQuery(FEATURES, name, weight), Occur.SHOULD);
          });
      var found = searcher.search(query.build(), most * TEXTS_A_ROW).scoreDocs;
      var values = MultiDocValues.getNumericValues(reader, ROW);
      var numbers = new int[found.length];
      for (int place : byDocument(found)) {
        if (values != null && values.advanceExact(found[place].doc)) {
          numbers[place] = (int) values.longValue();
        }
      }
      var rows = new LinkedHashSet<Integer>();
      for (int number : numbers) {
        rows.add(number);
      }
      return rows.stream().limit(most).toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static IntStream heaviest(Vector question) {
    var places = new ArrayList<>(IntStream.range(0, question.weights().length).boxed().toList());
    places.sort(Comparator.comparingDouble((Integer place) -> -question.weights()[place]));
    return places.stream().limit(LOOKED_UP).mapToInt(Integer::intValue);
  }

  /// Values are read in the documents' order.
  private static int[] byDocument(org.apache.lucene.search.ScoreDoc[] found) {
    return IntStream.range(0, found.length)
        .boxed()
        .sorted(Comparator.comparingInt(place -> found[place].doc))
        .mapToInt(Integer::intValue)
        .toArray();
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
}

package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What was learnt of a matrix, as it is kept beside it. The texts themselves stay in the matrix.
///
/// @param meanings of phrases, by how they are written; none without a dense tier
record ModelFile(
    Rows rows,
    Preset preset,
    Calibration calibration,
    Vocabulary vocabulary,
    Machine machine,
    Map<String, float[]> meanings) {

  private static final String KIND = "relevo-retriever";

  /// Raised whenever what is written, or what it means, changes.
  private static final int FORMAT = 2;

  static ModelFile of(Lesson lesson) {
    var scorer = lesson.scorer();
    return new ModelFile(
        lesson.rows(),
        lesson.preset(),
        lesson.calibration(),
        scorer.features().vocabulary(),
        scorer.machine(),
        scorer.likeness().meanings());
  }

  void write(String tier, OutputStream model) throws IOException {
    var zip = new GZIPOutputStream(model);
    var out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
    out.writeUTF(KIND);
    out.writeInt(FORMAT);
    out.writeUTF(tier);
    out.writeInt(rows.byNumber().size());
    for (var row : rows.byNumber().entrySet()) {
      out.writeInt(row.getKey());
      out.writeUTF(row.getValue().id().value());
      out.writeLong(fingerprint(row.getValue()));
    }
    out.writeInt(rows.next());
    out.writeDouble(preset.pairs());
    out.writeDouble(preset.cost());
    out.writeDouble(preset.meaning());
    out.writeInt(calibration.trials().size());
    for (var trial : calibration.trials()) {
      out.writeBoolean(trial.offTopic());
      out.writeBoolean(trial.right());
      out.writeDouble(trial.score());
    }
    Arrays32.write(out, vocabulary.hashes(), vocabulary.numbers(), vocabulary.holders());
    out.writeInt(vocabulary.texts());
    writeMachine(out);
    out.writeInt(meanings.size());
    for (var meaning : meanings.entrySet()) {
      Arrays32.write(out, meaning.getKey().chars().toArray());
      Arrays32.write(out, meaning.getValue());
    }
    out.flush();
    zip.finish();
  }

  private void writeMachine(DataOutputStream out) throws IOException {
    switch (machine) {
      case JointMachine joint -> {
        out.writeBoolean(false);
        Arrays32.write(out, joint.rows());
        Arrays32.write(out, joint.weights());
      }
      case RowMachines each -> {
        out.writeBoolean(true);
        out.writeInt(each.weights().size());
        for (var one : each.weights().entrySet()) {
          out.writeInt(one.getKey());
          Arrays32.write(out, one.getValue().features());
          out.write(one.getValue().steps());
          out.writeFloat(one.getValue().step());
        }
      }
    }
  }

  static ModelFile read(Matrix matrix, String tier, InputStream model) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(model), 1 << 16));
    if (!in.readUTF().equals(KIND) || in.readInt() != FORMAT) {
      throw new ModelUnfit("the model was written by another version of Relevo; train again");
    }
    if (!in.readUTF().equals(tier)) {
      throw new ModelUnfit("the model was trained with another dense tier; train again");
    }
    var rows = readRows(in, matrix);
    var preset = new Preset(in.readDouble(), in.readDouble(), in.readDouble());
    var trials = new ArrayList<Trial>();
    for (int left = in.readInt(); left > 0; left--) {
      trials.add(new Trial(in.readBoolean(), in.readBoolean(), in.readDouble()));
    }
    var hashes = Arrays32.ints(in);
    var numbers = Arrays32.ints(in);
    var holders = Arrays32.ints(in);
    var vocabulary = new Vocabulary(in.readInt(), hashes, numbers, holders);
    var machine = readMachine(in, vocabulary.size());
    var meanings = new HashMap<String, float[]>();
    for (int left = in.readInt(); left > 0; left--) {
      meanings.put(Arrays32.text(in), Arrays32.floats(in));
    }
    return new ModelFile(rows, preset, new Calibration(trials), vocabulary, machine, meanings);
  }

  private static Rows readRows(DataInputStream in, Matrix matrix) throws IOException {
    var byId = new HashMap<String, Row>();
    matrix.rows().forEach(row -> byId.put(row.id().value(), row));
    var byNumber = new HashMap<Integer, Row>();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      var row = byId.remove(in.readUTF());
      if (row == null || fingerprint(row) != in.readLong()) {
        throw new ModelUnfit("the model was trained on another matrix; train again");
      }
      byNumber.put(number, row);
    }
    if (!byId.isEmpty()) {
      throw new ModelUnfit("the model was trained on another matrix; train again");
    }
    return Rows.of(byNumber, in.readInt());
  }

  /// Of what a row is found by.
  private static long fingerprint(Row row) {
    long print = 7;
    for (var text : row.phrases()) {
      print = print * 1_000_003 + text.hashCode();
    }
    return (print * 1_000_003 + row.answer().hashCode()) * 31 + row.language().hashCode();
  }

  private static Machine readMachine(DataInputStream in, int features) throws IOException {
    if (!in.readBoolean()) {
      return new JointMachine(Arrays32.ints(in), features, Arrays32.floats(in));
    }
    var weights = new HashMap<Integer, Vector>();
    for (int left = in.readInt(); left > 0; left--) {
      int row = in.readInt();
      var own = Arrays32.ints(in);
      var steps = in.readNBytes(own.length);
      weights.put(row, new Vector(own, steps, in.readFloat()));
    }
    return new RowMachines(weights);
  }
}

package dev.relevo.knowledge.retriever;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Arrays of numbers of 32 bits, their length first.
final class Arrays32 {

  private Arrays32() {}

  static void write(DataOutputStream out, int[]... arrays) throws IOException {
    for (var numbers : arrays) {
      out.writeInt(numbers.length);
      for (int number : numbers) {
        out.writeInt(number);
      }
    }
  }

  static void write(DataOutputStream out, float[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  static int[] ints(DataInputStream in) throws IOException {
    var numbers = new int[in.readInt()];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = in.readInt();
    }
    return numbers;
  }

  /// A text by its characters, which may be more than `writeUTF` takes.
  static String text(DataInputStream in) throws IOException {
    var points = ints(in);
    var text = new StringBuilder(points.length);
    for (int point : points) {
      text.append((char) point);
    }
    return text.toString();
  }

  static float[] floats(DataInputStream in) throws IOException {
    var numbers = new float[in.readInt()];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = in.readFloat();
    }
    return numbers;
  }
}

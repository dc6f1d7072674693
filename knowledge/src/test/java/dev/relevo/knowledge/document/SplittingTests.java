package dev.relevo.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplittingTests {

  /// Whatever the outline, no word is lost, doubled or moved, and nothing crosses a heading.
  @Test
  void keepsEveryWordInOrderUnderItsHeadingInPassagesOfBoundedLength() {
    for (int seed = 0; seed < 200; seed++) {
      var outline = outline(new Random(seed));

      var pieces = Splitting.pieces(outline);

      var expected = new ArrayList<String>();
      outline
          .paragraphs()
          .forEach(it ->
              Arrays.stream(it.text().split(" ", -1))
                  .forEach(word -> expected.add(it.headings() + word)));
      var found = new ArrayList<String>();
      for (var piece : pieces) {
        var words = piece.words().split(" ", -1);
        assertThat(words.length).as("seed %s", seed).isBetween(1, Splitting.MOST);
        Arrays.stream(words).forEach(word -> found.add(piece.headings() + word));
      }
      assertThat(found).as("seed %s", seed).isEqualTo(expected);
    }
  }

  @Test
  void makesPassagesOfEightyWordsOrMoreWhereTheSectionHasThem() {
    for (int seed = 0; seed < 200; seed++) {
      var paragraphs = new ArrayList<Outline.Paragraph>();
      var random = new Random(seed);
      for (int count = 0; count < 12; count++) {
        paragraphs.add(
            paragraph(List.of("Envíos"), sentences(random, 1 + random.nextInt(5), 20), 0));
      }

      var pieces = Splitting.pieces(new Outline("", paragraphs, List.of()));

      assertThat(pieces.subList(0, pieces.size() - 1))
          .as("seed %s", seed)
          .allSatisfy(
              it -> assertThat(it.words().split(" ", -1).length).isGreaterThanOrEqualTo(80));
    }
  }

  @Test
  void cutsTextWithoutBlanksAndRemembersThePageEachPassageBeginsOn() {
    var endless = "x".repeat(100_000);
    var outline =
        new Outline(
            "",
            List.of(paragraph(List.of(), "hola", 1), paragraph(List.of(), endless, 2)),
            List.of());

    var pieces = Splitting.pieces(outline);

    assertThat(pieces).allSatisfy(it -> assertThat(it.words().length()).isLessThan(50_000));
    assertThat(pieces.getFirst().page()).isEqualTo(1);
    assertThat(pieces.getLast().page()).isEqualTo(2);
  }

  private static Outline outline(Random random) {
    var paragraphs = new ArrayList<Outline.Paragraph>();
    var headings = List.of("a");
    for (int count = random.nextInt(1, 20); count > 0; count--) {
      if (random.nextInt(3) == 0) {
        headings = List.of("h" + random.nextInt(4), "s" + random.nextInt(100));
      }
      paragraphs.add(
          paragraph(
              headings,
              sentences(random, random.nextInt(1, 12), random.nextInt(10) == 0 ? 500 : 20),
              0));
    }
    return new Outline("", paragraphs, List.of());
  }

  private static String sentences(Random random, int count, int longest) {
    var text = new ArrayList<String>();
    for (int sentence = 0; sentence < count; sentence++) {
      var words = new ArrayList<String>();
      for (int word = random.nextInt(1, longest); word > 0; word--) {
        words.add("palabra" + random.nextInt(1_000));
      }
      text.add("Y " + String.join(" ", words) + ".");
    }
    return String.join(" ", text);
  }

  private static Outline.Paragraph paragraph(List<String> headings, String text, int page) {
    return new Outline.Paragraph(headings, text, page, "");
  }
}

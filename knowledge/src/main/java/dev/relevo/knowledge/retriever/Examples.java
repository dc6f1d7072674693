package dev.relevo.knowledge.retriever;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;

/// Vectors as liblinear wants them: features counted from 1, the dense part after the others.
final class Examples {

  static {
    Linear.disableDebugOutput();
  }

  private Examples() {}

  /// Trains without a word; liblinear would print its progress.
  static Model solve(Problem problem, Parameter how) {
    return Linear.train(problem, how);
  }

  static Feature[] of(Vector vector, int features) {
    int sparse = vector.features().length;
    var nodes = new Feature[sparse + vector.meaning().length];
    for (int place = 0; place < sparse; place++) {
      nodes[place] = new FeatureNode(vector.features()[place] + 1, vector.weights()[place]);
    }
    for (int place = 0; place < vector.meaning().length; place++) {
      nodes[sparse + place] =
          new FeatureNode(features + place + 1, vector.meaningWeight() * vector.meaning()[place]);
    }
    return nodes;
  }
}

package dev.relevo.eval;

import dev.relevo.eval.dataset.Attack;
import dev.relevo.eval.dataset.AttackSet;
import dev.relevo.eval.scorecard.AttackTable;
import dev.relevo.eval.talk.AttackRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval adversarial`: what attackers achieve where the model serves them.
@Command(
    name = "adversarial",
    mixinStandardHelpOptions = true,
    description =
        "Plays the shipped attacks through the shipped bot before a stand-in for a model that obeys"
            + " the attacker; ends with the code 1 when one achieves something.")
final class AdversarialCommand implements Callable<Integer> {

  @Option(names = "--only", paramLabel = "ID", description = "Only these attacks.", split = ",")
  private List<String> only = List.of();

  @Option(names = "--said", description = "Also prints what the customer got to read.")
  private boolean said;

  private final PrintWriter out;

  AdversarialCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var shipped = AttackSet.shipped();
    var attacks = shipped.attacks().stream().filter(this::isWanted).toList();
    var run = AttackRun.of(new AttackSet(shipped.scene(), attacks));
    out.println(AttackTable.of(run, said));
    out.flush();
    return run.breached() == 0 ? 0 : 1;
  }

  private boolean isWanted(Attack attack) {
    return only.isEmpty() || only.contains(attack.id());
  }
}

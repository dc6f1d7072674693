package dev.relevo.bot.llm;

import dev.relevo.crm.workspace.WorkspaceId;

class ScriptedModelTests extends LanguageModelContract {

  @Override
  LanguageModel saying(String text) {
    return ScriptedModel.saying(text);
  }

  @Override
  LanguageModel wanting(ToolCall call) {
    return new ScriptedModel(_ -> ScriptedModel.said("", call));
  }

  @Override
  LanguageModel silent() {
    return new ScriptedModel(_ -> ScriptedModel.failed(Answer.Fault.EMPTY));
  }

  @Override
  LanguageModel disconnected() {
    var model = ScriptedModel.saying("hola");
    model.disconnect();
    return model;
  }

  @Override
  WorkspaceId workspace() {
    return new WorkspaceId(1);
  }
}

package dev.relevo.bot.dialogflow;

import dev.relevo.crm.workspace.Language;

/// What the person is told who looks after the connection.
final class Sentences {

  private Sentences() {}

  static String of(Fault fault, AgentName agent, Language language) {
    return switch (language) {
      case ES -> spanish(fault, agent);
      case EN -> english(fault, agent);
      case PT -> portuguese(fault, agent);
    };
  }

  static String notConnected(Language language) {
    return switch (language) {
      case ES -> "Aún no hay un agente de Dialogflow conectado.";
      case EN -> "No Dialogflow agent is connected yet.";
      case PT -> "Ainda não há um agente do Dialogflow conectado.";
    };
  }

  static String noKey(Language language) {
    return switch (language) {
      case ES ->
          "Eso no es la clave de una cuenta de servicio; suba el archivo JSON tal como lo da Google.";
      case EN -> "That is not a service account's key; upload the JSON file as Google gives it.";
      case PT ->
          "Isso não é a chave de uma conta de serviço; envie o arquivo JSON como o Google o fornece.";
    };
  }

  static String assistantGone(Language language) {
    return switch (language) {
      case ES -> "Ese asistente ya no existe; elija otro.";
      case EN -> "That assistant no longer exists; choose another.";
      case PT -> "Esse assistente já não existe; escolha outro.";
    };
  }

  private static String spanish(Fault fault, AgentName agent) {
    return switch (fault) {
      case SLOW -> "El agente no respondió a tiempo; revise su webhook, que debe ser más rápido.";
      case BUSY ->
          "El proyecto %s agotó su cuota de Dialogflow; pida más o espere un minuto."
              .formatted(agent.project());
      case DOWN -> "Dialogflow no responde en %s; inténtelo de nuevo.".formatted(agent.endpoint());
      case BROKEN -> "Dialogflow falló por su cuenta; inténtelo de nuevo.";
      case KEY_REFUSED -> "Google rechaza la clave; cree otra y súbala aquí.";
      case NOT_ALLOWED ->
          "La cuenta de servicio no puede usar el agente; dele el rol «Dialogflow API Client» en %s."
              .formatted(agent.project());
      case NOT_FOUND ->
          "No hay tal agente o entorno en %s; copie su nombre completo de la consola de Dialogflow."
              .formatted(agent.location());
      case NOT_ACCEPTED ->
          "El agente no acepta la pregunta; revise la región (%s) y el idioma."
              .formatted(agent.location());
      case NOT_READY -> "El agente no está entrenado o un flujo no es válido; ábralo y corríjalo.";
    };
  }

  private static String english(Fault fault, AgentName agent) {
    return switch (fault) {
      case SLOW -> "The agent did not answer in time; look at its webhook, which must be faster.";
      case BUSY ->
          "The project %s has used up its quota of Dialogflow; ask for more or wait a minute."
              .formatted(agent.project());
      case DOWN -> "Dialogflow does not answer at %s; try again.".formatted(agent.endpoint());
      case BROKEN -> "Dialogflow failed by itself; try again.";
      case KEY_REFUSED -> "Google refuses the key; make another one and upload it here.";
      case NOT_ALLOWED ->
          "The service account may not use the agent; give it the role “Dialogflow API Client” in %s."
              .formatted(agent.project());
      case NOT_FOUND ->
          "There is no such agent or environment in %s; copy its full name from Dialogflow's console."
              .formatted(agent.location());
      case NOT_ACCEPTED ->
          "The agent does not accept the question; look at the region (%s) and the language."
              .formatted(agent.location());
      case NOT_READY -> "The agent is not trained or a flow is invalid; open it and correct it.";
    };
  }

  private static String portuguese(Fault fault, AgentName agent) {
    return switch (fault) {
      case SLOW -> "O agente não respondeu a tempo; verifique o webhook, que deve ser mais rápido.";
      case BUSY ->
          "O projeto %s esgotou a cota do Dialogflow; peça mais ou espere um minuto."
              .formatted(agent.project());
      case DOWN -> "O Dialogflow não responde em %s; tente de novo.".formatted(agent.endpoint());
      case BROKEN -> "O Dialogflow falhou por si; tente de novo.";
      case KEY_REFUSED -> "O Google recusa a chave; crie outra e envie-a aqui.";
      case NOT_ALLOWED ->
          "A conta de serviço não pode usar o agente; dê-lhe o papel “Dialogflow API Client” em %s."
              .formatted(agent.project());
      case NOT_FOUND ->
          "Não há tal agente ou ambiente em %s; copie o nome completo do console do Dialogflow."
              .formatted(agent.location());
      case NOT_ACCEPTED ->
          "O agente não aceita a pergunta; verifique a região (%s) e o idioma."
              .formatted(agent.location());
      case NOT_READY -> "O agente não está treinado ou um fluxo é inválido; abra-o e corrija-o.";
    };
  }
}

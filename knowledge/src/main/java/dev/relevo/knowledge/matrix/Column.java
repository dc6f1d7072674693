package dev.relevo.knowledge.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The columns of a matrix file, in the order they are written, each with its header in Spanish,
/// English and Portuguese and the other names people give it. Headers are compared folded.
public enum Column {
  ID("ID", "ID", "ID", "código|clave|código da linha|row id|id fila|key|code|nro"),
  LANGUAGE("Idioma", "Language", "Idioma", "lengua|lang|língua"),
  CATEGORY("Categoría", "Category", "Categoria", "grupo|sección|group|section|seção"),
  TOPIC(
      "Tema",
      "Topic",
      "Tema",
      "intención|intención / tema|título|intent|intent / topic|title|" + "intenção|assunto"),
  QUESTION(
      "Pregunta principal",
      "Main question",
      "Pergunta principal",
      "pregunta|preguntas|question|questions|consulta|pergunta|perguntas|" + "frase"),
  VARIANTS(
      "Variantes",
      "Variants",
      "Variantes",
      "variante|variantes de la pregunta|otras preguntas|sinónimos|frases|"
          + "variant|variations|other questions|synonyms|training phrases|"
          + "outras perguntas|variações"),
  ANSWER(
      "Respuesta",
      "Answer",
      "Resposta",
      "respuestas|respuesta principal|answers|reply|response|contestación|" + "respostas"),
  LITERAL(
      "Literal",
      "Literal",
      "Literal",
      "textual|palabra por palabra|verbatim|word for word|" + "palavra por palavra"),
  BUTTONS(
      "Botones",
      "Buttons",
      "Botões",
      "botón|respuestas rápidas|botones / respuestas rápidas|opciones|button|"
          + "quick replies|options|botão|respostas rápidas|opções"),
  ATTACHMENT(
      "Adjunto",
      "Attachment",
      "Anexo",
      "adjuntos|archivo|archivo adjunto|imagen|file|attachments|media|" + "arquivo"),
  FOLLOW_UP(
      "Seguimiento",
      "Follow-up",
      "Acompanhamento",
      "fila de seguimiento|follow up row|followup|seguimento"),
  FOLLOW_UP_DELAY(
      "Espera del seguimiento (s)",
      "Follow-up delay (s)",
      "Espera do acompanhamento (s)",
      "espera|espera s|espera segundos|seguimiento espera|delay|delay s|"
          + "delay seconds|follow up delay"),
  HANDOFF(
      "Derivar a agente",
      "Hand off",
      "Transferir para atendente",
      "derivar|derivación|derivar a una persona|pasar a agente|handoff|"
          + "hand off to agent|human|transferir|encaminhar|"
          + "transferir para uma pessoa"),
  TEAM(
      "Equipo",
      "Team",
      "Equipe",
      "equipo / agente destino|agente|agente destino|team / agent|agent|"
          + "assignee|equipo o agente|time|atendente"),
  ADD_TAGS(
      "Etiquetas a agregar",
      "Tags to add",
      "Etiquetas a adicionar",
      "etiquetas|etiqueta|etiqueta a agregar|agregar etiquetas|tags|tag|"
          + "add tags|adicionar etiquetas"),
  REMOVE_TAGS(
      "Etiquetas a quitar",
      "Tags to remove",
      "Etiquetas a remover",
      "quitar etiquetas|etiqueta a quitar|remove tags|remover etiquetas"),
  SAVES(
      "Campo a guardar",
      "Field to save",
      "Campo a salvar",
      "guardar campo|campo|guarda|save field|field|saves|salvar campo"),
  CLOSES(
      "Cerrar conversación",
      "Close conversation",
      "Encerrar conversa",
      "cerrar|cierra|close|closes|encerrar|fechar conversa"),
  VALID_FROM(
      "Vigencia desde",
      "Valid from",
      "Válido desde",
      "desde|vigente desde|válido a partir de|from|vigência desde|início"),
  VALID_UNTIL(
      "Vigencia hasta",
      "Valid until",
      "Válido até",
      "hasta|vigente hasta|until|valid to|até|vigência até|fim"),
  STATE("Estado", "State", "Estado", "color|estado color|status|colour|cor|situação"),
  NOTES(
      "Observaciones",
      "Notes",
      "Observações",
      "observación|notas|nota|comentarios|comments|note|remarks|comentários");

  /// What a column with the answer for one channel is called before the channel's name.
  private static final List<String> ANSWER_ON =
      Stream.of(
              "respuesta para",
              "respuesta por",
              "respuesta en",
              "respuesta",
              "answer for",
              "answer on",
              "answer",
              "reply",
              "resposta para",
              "resposta no",
              "resposta")
          .map(Folded::of)
          .toList();

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");

  private static final Map<String, String> CHANNELS =
      Map.ofEntries(
          Map.entry("whatsapp", "whatsapp"),
          Map.entry("wa", "whatsapp"),
          Map.entry("webchat", "webchat"),
          Map.entry("web chat", "webchat"),
          Map.entry("chat web", "webchat"),
          Map.entry("web", "webchat"),
          Map.entry("messenger", "messenger"),
          Map.entry("facebook", "messenger"),
          Map.entry("facebook messenger", "messenger"),
          Map.entry("instagram", "instagram"),
          Map.entry("telegram", "telegram"),
          Map.entry("email", "email"),
          Map.entry("e mail", "email"),
          Map.entry("correo", "email"),
          Map.entry("sms", "sms"),
          Map.entry("rcs", "rcs"));

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (var column : values()) {
      column.names().map(Folded::of).forEach(name -> BY_NAME.putIfAbsent(name, column));
    }
  }

  private final String spanish;
  private final String english;
  private final String portuguese;
  private final String others;

  Column(String spanish, String english, String portuguese, String others) {
    this.spanish = spanish;
    this.english = english;
    this.portuguese = portuguese;
    this.others = others;
  }

  /// The header in a language; English where it is none of the three.
  public String header(Locale language) {
    return switch (language.getLanguage()) {
      case "es" -> spanish;
      case "pt" -> portuguese;
      default -> english;
    };
  }

  /// The header of the column with the answer for one channel, `Respuesta whatsapp`; a channel
  /// Relevo does not know stands in brackets.
  public static String answerHeader(String channel, Locale language) {
    var known = channel.equals(CHANNELS.get(channel));
    return ANSWER.header(language) + (known ? " " + channel : " [" + channel + "]");
  }

  /// The column that a header names; `Etiqueta(s)` and `Estado (color)` lose their brackets.
  static Optional<Column> named(String header) {
    var named = BY_NAME.get(Folded.of(header));
    return named == null && header.contains("(")
        ? Optional.ofNullable(BY_NAME.get(Folded.of(IN_BRACKETS.matcher(header).replaceAll(""))))
        : Optional.ofNullable(named);
  }

  /// The channel of a header such as `Respuesta WhatsApp` or `Answer [kiosk]`.
  static Optional<String> channelOf(String header) {
    var text = Wording.line(header);
    var bracket = text.indexOf('[');
    if (bracket > 0 && text.endsWith("]")) {
      var channel = text.substring(bracket + 1, text.length() - 1).toLowerCase(Locale.ROOT);
      var isAnswer = ANSWER_ON.contains(Folded.of(text.substring(0, bracket)));
      return Optional.of(channel).filter(name -> isAnswer && Row.isChannel(name));
    }
    var folded = Folded.of(text);
    return ANSWER_ON.stream()
        .filter(start -> folded.startsWith(start + " "))
        .map(start -> CHANNELS.get(folded.substring(start.length() + 1)))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(spanish, english, portuguese), Stream.of(others.split("\\|")));
  }
}

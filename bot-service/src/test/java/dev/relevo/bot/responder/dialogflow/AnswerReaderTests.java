package dev.relevo.bot.responder.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTests {

  private static final MemberId EVA = new MemberId(5);

  private static final AnswerReader READER =
      new AnswerReader(
          new Circumstances(
              "Ana María Ponce",
              it -> it.equals("eva@example.com") ? Optional.of(EVA) : Optional.empty(),
              it -> it.replace("{{$contact.name}}", "Ana"),
              "¿Cuál?",
              List.of("/handoff", "/live_agent", "/action", "/a/b")));

  static final List<Arguments> PARAMETERS =
      List.of(
          one("'RB_ADDTAGS':'vip, frecuente'", tag("vip"), tag("frecuente")),
          one("'RB_ADDTAGS':['vip','frecuente']", tag("vip"), tag("frecuente")),
          one("'RB_REMOVETAGS':'bot'", new CrmAction.RemoveTags(List.of("bot"))),
          one("'RB_FIRSTNAME':'Lucía'", field("name", "Lucía María Ponce")),
          one("'RB_LASTNAME':'Andrade'", field("name", "Ana Andrade")),
          one("'RB_FIRSTNAME':'Lucía','RB_LASTNAME':'Andrade'", field("name", "Lucía Andrade")),
          one("'RB_LANGUAGE':'pt-BR'", field("language", "pt-BR")),
          one("'RB_EMAIL':'a@b.ec'", field("email", "a@b.ec")),
          one("'RB_PHONE':'0991234567'", field("phone", "0991234567")),
          one("'RB_CF_ciudad':'Quito'", field("ciudad", "Quito")),
          one("'RB_CF_EDAD':33", field("edad", "33")),
          one("'RB_SUBSCRIBE':'true'", new CrmAction.Subscribe(true)),
          one("'RB_SUBSCRIBE':false", new CrmAction.Subscribe(false)),
          one("'RB_MARKDONE':'true'", new CrmAction.CloseConversation(ClosingNote.NONE)),
          one("'RB_MARKDONE':'false'", new CrmAction.OpenConversation()),
          one("'RB_BOTSTATUS':'true'", new CrmAction.ResumeBot()),
          one("'RB_NOTIFY':'Cliente grande'", new CrmAction.Notify("Cliente grande")),
          one("'RB_ASSIGN':'eva@example.com'", new CrmAction.Assign(EVA)),
          one("'RB_ASSIGN':'none'", new CrmAction.Unassign()),
          one("'rb_addtags':'vip'", tag("vip")),
          one("'RB_ADDTAGS':null,'ciudad':'Quito'"));

  static final List<Arguments> ACTIONS =
      List.of(
          one("'type':'add_tags','tags':['vip']", tag("vip")),
          one("'type':'remove_tags','tags':['bot']", new CrmAction.RemoveTags(List.of("bot"))),
          one("'type':'set_field','field':'ciudad','value':'Quito'", field("ciudad", "Quito")),
          one("'type':'resume_bot'", new CrmAction.ResumeBot()),
          one("'type':'assign','user':'eva@example.com'", new CrmAction.Assign(EVA)),
          one("'type':'unassign'", new CrmAction.Unassign()),
          one("'type':'open_conversation'", new CrmAction.OpenConversation()),
          one(
              "'type':'close_conversation','category':'Resuelto','summary':'Listo'",
              new CrmAction.CloseConversation(new ClosingNote("Resuelto", "Listo"))),
          one("'type':'comment','text':'Ojo'", new CrmAction.AddComment("Ojo")),
          one("'type':'notify','text':'Ojo'", new CrmAction.Notify("Ojo")),
          one("'type':'subscribe'", new CrmAction.Subscribe(true)));

  @ParameterizedTest
  @FieldSource("PARAMETERS")
  void aParameterAsksForSomethingToBeDone(String parameters, List<CrmAction> actions) {
    var read = read("'parameters':{%s}".formatted(parameters));
    assertThat(read.actions()).isEqualTo(actions);
    assertThat(read.notes()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("ACTIONS")
  void aPayloadsActionAsksForSomethingToBeDone(String action, List<CrmAction> actions) {
    var read = payload("'crm':{'actions':[{%s}]}".formatted(action));
    assertThat(read.actions()).isEqualTo(actions);
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void allIsDoneInOneOrderWhereverItStood() {
    var read =
        read(
            """
            'parameters':{'RB_ASSIGN':'eva@example.com','RB_NOTIFY':'Ojo','RB_MARKDONE':'false',
              'RB_SUBSCRIBE':'true','RB_ADDTAGS':'vip','RB_EMAIL':'a@b.ec','RB_BOTSTATUS':'true'},
            'responseMessages':[{'payload':{'crm':{'actions':[
              {'type':'set_field','field':'ciudad','value':'Quito'}]}}}]\
            """);
    assertThat(read.actions())
        .containsExactly(
            field("ciudad", "Quito"),
            field("email", "a@b.ec"),
            tag("vip"),
            new CrmAction.Subscribe(true),
            new CrmAction.OpenConversation(),
            new CrmAction.ResumeBot(),
            new CrmAction.Notify("Ojo"),
            new CrmAction.Assign(EVA));
  }

  @Test
  void whatIsUnknownOrWrongIsNotedAndTheOthersHappen() {
    var read =
        read(
            """
            'parameters':{'RB_DANCE':'1','RB_SUBSCRIBE':'quizás','RB_ASSIGN':'x@example.com',
              'RB_ADDTAGS':'vip'},
            'responseMessages':[{'text':{'text':['Hola']}},{'payload':{'crm':{'actions':[
              {'type':'trigger_workflow','workflowId':12},{'type':'send_file','fileId':7},
              {'type':'fly'}]}}}]\
            """);
    assertThat(read.contents()).containsExactly(new Content.Text("Hola"));
    assertThat(read.actions()).containsExactly(tag("vip"));
    assertThat(read.notes())
        .containsExactly(
            "refused trigger_workflow: there are no workflows",
            "refused send_file: a file goes by its web address, in messages",
            "ignored action fly",
            "refused assign: no such member",
            "ignored RB_DANCE",
            "refused RB_SUBSCRIBE: neither true nor false");
  }

  @Test
  void messagesComeInOrderWithVariablesFilledIn() {
    var read =
        read(
            """
            'responseMessages':[{'text':{'text':['Hola {{$contact.name}}.','Bienvenida.']}},
              {'payload':{'image':{'url':'https://example.com/a.png'},'caption':'El local'}},
              {'text':{'text':['¿Algo más?']}},{'playAudio':{'audioUri':'gs://x'}}]\
            """);
    assertThat(read.contents().get(0)).isEqualTo(new Content.Text("Hola Ana.\nBienvenida."));
    assertThat(read.contents().get(1))
        .isInstanceOfSatisfying(
            Content.Media.class,
            it -> {
              assertThat(it.link()).contains("https://example.com/a.png");
              assertThat(it.caption()).isEqualTo("El local");
              assertThat(it.mime()).isEqualTo("image/png");
            });
    assertThat(read.contents().get(2)).isEqualTo(new Content.Text("¿Algo más?"));
    assertThat(read.notes()).containsExactly("ignored message PLAY_AUDIO");
  }

  static Stream<Arguments> quickReplies() {
    return Stream.of(
        replies("{'quickReplies':[{'title':'Sí','value':'yes'},{'title':'No'}]}", "yes", "No"),
        replies("{'quickReplies':['Sí','No']}", "Sí", "No"),
        replies(
            "{'messages':[{'type':'quick_reply','title':'¿Algo más?','replies':['Sí','No']}]}",
            "Sí",
            "No"),
        replies(
            "{'richContent':[[{'type':'chips','options':[{'text':'Sí'},{'text':'No','event':{'event':'NADA'}}]}]]}",
            "Sí",
            "event:NADA"),
        replies(
            "{'whatsapp':{'type':'interactive','interactive':{'body':{'text':'¿Algo más?'},'action':{'buttons':[{'type':'reply','reply':{'id':'yes','title':'Sí'}},{'type':'reply','reply':{'id':'no','title':'No'}}]}}}}",
            "yes",
            "no"),
        replies(
            "{'whatsapp':{'interactive':{'body':{'text':'¿Algo más?'},'action':{'sections':[{'rows':[{'id':'1','title':'Sí'},{'id':'2','title':'No'}]}]}}}}",
            "1",
            "2"));
  }

  @ParameterizedTest
  @MethodSource("quickReplies")
  void quickRepliesOfEveryShapeBelongToTheWordsBefore(String payload, String first, String second) {
    var words = payload.contains("¿Algo más?") ? "" : "{'text':{'text':['¿Algo más?']}},";
    var read = read("'responseMessages':[%s{'payload':%s}]".formatted(words, payload));
    assertThat(read.contents())
        .containsExactly(
            new Content.Choice(
                "¿Algo más?", List.of(Options.tell("Sí", first), Options.tell("No", second))));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void optionsWithoutWordsAreAskedOver() {
    assertThat(payload("'quickReplies':['Sí']").contents())
        .containsExactly(new Content.Choice("¿Cuál?", List.of(Options.tell("Sí", "Sí"))));
  }

  @Test
  void aChipWithALinkOpensIt() {
    var read =
        payload(
            "'richContent':[[{'type':'info','title':'Planes','subtitle':'Desde 29'},{'type':'chips','options':[{'text':'Ver','link':'https://example.com'},{'text':'Mal','link':'javascript:alert(1)'}]}]]");
    assertThat(read.contents())
        .containsExactly(
            new Content.Choice(
                "Planes\nDesde 29",
                List.of(Options.open("Ver", "https://example.com"), Options.tell("Mal", "Mal"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'liveAgentHandoff':{'metadata':{'queue':'Ventas','reason':'r','summary':'s'}}}",
        "{'payload':{'handoff':true,'queue':'Ventas','reason':'r','summary':'s'}}",
        "{'payload':{'live_agent':{'queue':'Ventas','reason':'r','summary':'s'}}}",
        "{'payload':{'action':'handoff','team':'Ventas','reason':'r','summary':'s'}}",
        "{'payload':{'a':{'b':'true'},'team':'Ventas','reason':'r','summary':'s'}}"
      })
  void everySignalOfAHandOffIsOneAndTheWordsComeFirst(String signal) {
    var read = read("'responseMessages':[{'text':{'text':['Le paso.']}},%s]".formatted(signal));
    assertThat(read.contents()).containsExactly(new Content.Text("Le paso."));
    assertThat(read.call()).contains(new Gathered.Call("r", "s"));
    assertThat(read.team()).contains("Ventas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'handoff':false", "'action':'buy'", "'handoff':'no'", "'live_agent':null"})
  void whatOnlyLooksLikeAHandOffIsNone(String payload) {
    assertThat(payload(payload).call()).isEmpty();
  }

  @Test
  void theBotSwitchedOffIsAHandOff() {
    assertThat(read("'parameters':{'RB_BOTSTATUS':'false','RB_ASSIGN':'Ventas'}").call())
        .isPresent();
    assertThat(payload("'crm':{'actions':[{'type':'pause_bot','minutes':null}]}").call())
        .isPresent();
  }

  @Test
  void theBotMayBeSwitchedOffForSomeMinutes() {
    assertThat(pausing("30").pause()).contains(Duration.ofMinutes(30));
    assertThat(pausing("'15'").pause()).contains(Duration.ofMinutes(15));
    assertThat(pausing("null").pause()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1.5", "'soon'", "99999999999", "true"})
  void minutesThatAreNoneAreNotedAndTheBotIsSwitchedOffAllTheSame(String minutes) {
    var read = pausing(minutes);
    assertThat(read.call()).isPresent();
    assertThat(read.pause()).isEmpty();
    assertThat(read.notes()).singleElement().asString().startsWith("refused minutes");
  }

  private static Gathered pausing(String minutes) {
    return payload("'crm':{'actions':[{'type':'pause_bot','minutes':%s}]}".formatted(minutes));
  }

  @Test
  void aPayloadOfUnknownShapeIsNoted() {
    var read = payload("'facebook':{'attachment':{}}");
    assertThat(read.contents()).isEmpty();
    assertThat(read.notes()).containsExactly("ignored payload of unknown shape");
  }

  @Test
  void aWebhooksFailureIsNotedAndItsEndKept() {
    var read =
        read(
            "'webhookStatuses':[{'code':0},{'code':4,'message':'secret'}],'responseMessages':[{'endInteraction':{}}]");
    assertThat(read.notes()).containsExactly("webhook failed with code 4");
    assertThat(read.ended()).isTrue();
  }

  private static Arguments one(String json, CrmAction... actions) {
    return Arguments.of(json, List.of(actions));
  }

  private static Arguments replies(String payload, String first, String second) {
    return Arguments.of(payload, first, second);
  }

  private static CrmAction tag(String tag) {
    return new CrmAction.AddTags(List.of(tag));
  }

  private static CrmAction field(String field, String value) {
    return new CrmAction.SetField(field, value);
  }

  private static Gathered payload(String members) {
    return read("'responseMessages':[{'payload':{%s}}]".formatted(members));
  }

  private static Gathered read(String members) {
    var result = QueryResult.newBuilder();
    try {
      JsonFormat.parser().merge("{" + members.replace('\'', '"') + "}", result);
    } catch (InvalidProtocolBufferException wrong) {
      throw new IllegalArgumentException(members, wrong);
    }
    return READER.read(result.build());
  }
}

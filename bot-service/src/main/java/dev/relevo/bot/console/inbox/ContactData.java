package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// A contact's fields as inputs: the ones every contact has, then the workspace's own.
@Component
class ContactData {

  private final Words words;

  ContactData(Words words) {
    this.words = words;
  }

  List<Talk.Datum> of(SignedIn me, Contact contact, List<Field> fields) {
    var data = new ArrayList<Talk.Datum>();
    data.add(standard(me, "name", "text", contact.name()));
    data.add(standard(me, "phone", "tel", contact.phone().orElse("")));
    data.add(standard(me, "email", "email", contact.email().orElse("")));
    data.add(
        new Talk.Datum(
            "language",
            words.say(me, "field.language"),
            "choice",
            contact.language().map(Language::code).orElse(""),
            languages(me),
            "",
            false));
    fields.forEach(it -> data.add(own(it, contact.fields().getOrDefault(it.slug(), ""))));
    return data;
  }

  private Talk.Datum standard(SignedIn me, String field, String type, String value) {
    return new Talk.Datum(
        field, words.say(me, "field." + field), type, value, List.of(), "", false);
  }

  private List<Talk.Choice> languages(SignedIn me) {
    var choices = new ArrayList<Talk.Choice>();
    choices.add(new Talk.Choice("", "–"));
    Arrays.stream(Language.values())
        .forEach(
            it -> choices.add(new Talk.Choice(it.code(), words.say(me, "language." + it.code()))));
    return choices;
  }

  private Talk.Datum own(Field field, String value) {
    var choices = new ArrayList<Talk.Choice>();
    if (field.type() == FieldType.LIST) {
      choices.add(new Talk.Choice("", "–"));
      field.choices().forEach(it -> choices.add(new Talk.Choice(it, it)));
    } else if (field.type() == FieldType.CHECKBOX) {
      choices.addAll(
          List.of(
              new Talk.Choice("", "–"),
              new Talk.Choice("true", "✓"),
              new Talk.Choice("false", "✗")));
    }
    return new Talk.Datum(
        field.slug(), field.name(), type(field.type()), value, choices, "", false);
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT -> "text";
      case LIST, CHECKBOX -> "choice";
      case EMAIL -> "email";
      case NUMBER -> "number";
      case URL -> "url";
      case DATE -> "date";
      case TIME -> "time";
    };
  }
}

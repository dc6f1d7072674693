package dev.relevo.crm.desk;

import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.desk.Doing.Asked;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The standard and custom fields of contacts: each value is checked and kept in one form.
@Component
public class Fields {
  private static final int LONGEST_NAME = 200;

  private final Contacts contacts;
  private final Workspaces workspaces;

  Fields(Contacts contacts, Workspaces workspaces) {
    this.contacts = contacts;
    this.workspaces = workspaces;
  }

  /// Why the value would be refused if the bot wished to set it, one sentence in the workspace's
  /// language; empty when it would be set. Changes nothing.
  public Optional<String> refusal(WorkspaceId workspace, CrmAction.SetField wish) {
    var where = new Where(workspace, workspaces.find(workspace).language());
    return check(where, wish.field(), wish.value().strip()) instanceof Check.Refused(var why)
        ? Optional.of(why.why())
        : Optional.empty();
  }

  /// Refused, or set in the one form it is kept in.
  Effect set(Asked asked, String field, String given) {
    var where = new Where(asked.workspace(), asked.language());
    return switch (check(where, field, given.strip())) {
      case Check.Refused(var why) -> why;
      case Check.Sound(var value) -> effect(write(asked, field, value));
    };
  }

  /// Where a value is to be kept, and in which language it is refused.
  private record Where(WorkspaceId workspace, Language language) {

    Check refuse(String key, Object... arguments) {
      return new Check.Refused(Refusals.say(language, key, arguments));
    }
  }

  private sealed interface Check {

    /// @param value as it is kept; empty text clears the field
    record Sound(String value) implements Check {}

    record Refused(Effect.Refused why) implements Check {}
  }

  private boolean write(Asked asked, String field, String value) {
    var some = Optional.of(value).filter(it -> !it.isEmpty());
    return switch (field) {
      case "name" -> contacts.rename(asked.contact(), value);
      case "phone" -> contacts.phone(asked.contact(), some);
      case "email" -> contacts.email(asked.contact(), some);
      case "language" -> contacts.language(asked.contact(), Language.of(value));
      default -> contacts.field(asked.contact(), field, value);
    };
  }

  private Check check(Where where, String field, String value) {
    return switch (field) {
      case "name" ->
          value.length() > LONGEST_NAME ? where.refuse("name.length") : new Check.Sound(value);
      case "phone" -> phone(where, value);
      case "email" ->
          value.isEmpty() || FieldValue.isEmail(value)
              ? new Check.Sound(value)
              : where.refuse("email.invalid", value);
      case "language" ->
          value.isEmpty() || Language.of(value).isPresent()
              ? new Check.Sound(value)
              : where.refuse("language.unknown");
      default -> custom(where, field, value);
    };
  }

  private Check phone(Where where, String value) {
    if (value.isEmpty()) {
      return new Check.Sound("");
    }
    return Phone.international(value, workspaces.find(where.workspace()).zone())
        .<Check>map(Check.Sound::new)
        .orElseGet(() -> where.refuse("phone.invalid", value));
  }

  private Check custom(Where where, String slug, String value) {
    var field =
        contacts.fields(where.workspace()).stream()
            .filter(it -> it.slug().equals(slug))
            .findFirst();
    if (field.isEmpty()) {
      return where.refuse("field.unknown", slug);
    }
    return value.isEmpty() ? new Check.Sound("") : custom(where, field.get(), value);
  }

  private static Check custom(Where where, Field field, String value) {
    return switch (FieldValue.of(field, value)) {
      case FieldValue.Valid(var text) -> new Check.Sound(text);
      case FieldValue.Invalid(var key, var detail) ->
          where.refuse(key, key.equals("text.length") ? detail : value, detail);
    };
  }

  private static Effect effect(boolean changed) {
    return changed ? new Effect.Done() : new Effect.Unchanged();
  }
}

package dev.relevo.crm.desk;

import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.desk.Doing.Asked;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sets standard and custom fields, each checked and written in one form.
@Component
class Fields {
  private final Contacts contacts;
  private final Workspaces workspaces;

  Fields(Contacts contacts, Workspaces workspaces) {
    this.contacts = contacts;
    this.workspaces = workspaces;
  }

  Effect set(Asked asked, String field, String given) {
    var value = given.strip();
    return switch (field) {
      case "name" ->
          value.length() > 200
              ? asked.refuse("name.length")
              : effect(contacts.rename(asked.contact(), value));
      case "phone" -> phone(asked, value);
      case "email" -> email(asked, value);
      case "language" -> language(asked, value);
      default -> custom(asked, field, value);
    };
  }

  private Effect phone(Asked asked, String value) {
    if (value.isEmpty()) {
      return effect(contacts.phone(asked.contact(), Optional.empty()));
    }
    var zone = workspaces.find(asked.workspace()).zone();
    return Phone.international(value, zone)
        .map(it -> effect(contacts.phone(asked.contact(), Optional.of(it))))
        .orElseGet(() -> asked.refuse("phone.invalid", value));
  }

  private Effect email(Asked asked, String value) {
    if (value.isEmpty()) {
      return effect(contacts.email(asked.contact(), Optional.empty()));
    }
    return FieldValue.isEmail(value)
        ? effect(contacts.email(asked.contact(), Optional.of(value)))
        : asked.refuse("email.invalid", value);
  }

  private Effect language(Asked asked, String value) {
    var language = Language.of(value);
    return value.isEmpty() || language.isPresent()
        ? effect(contacts.language(asked.contact(), language))
        : asked.refuse("language.unknown");
  }

  private Effect custom(Asked asked, String slug, String value) {
    var field =
        contacts.fields(asked.workspace()).stream()
            .filter(it -> it.slug().equals(slug))
            .findFirst();
    if (field.isEmpty()) {
      return asked.refuse("field.unknown", slug);
    }
    return value.isEmpty()
        ? effect(contacts.field(asked.contact(), slug, ""))
        : custom(asked, field.get(), value);
  }

  private Effect custom(Asked asked, Field field, String value) {
    return switch (FieldValue.of(field, value)) {
      case FieldValue.Valid(var text) ->
          effect(contacts.field(asked.contact(), field.slug(), text));
      case FieldValue.Invalid(var key, var detail) ->
          asked.refuse(key, key.equals("text.length") ? detail : value, detail);
    };
  }

  private static Effect effect(boolean changed) {
    return changed ? new Effect.Done() : new Effect.Unchanged();
  }
}

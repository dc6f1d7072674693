package dev.relevo.crm.contact;

import java.util.List;

/// A custom field a workspace keeps about its contacts.
///
/// @param slug immutable, `[a-z0-9_]{1,50}`
/// @param choices the values a LIST may take
public record Field(String slug, String name, FieldType type, List<String> choices) {

  public Field {
    choices = List.copyOf(choices);
  }
}

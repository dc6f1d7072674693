package dev.relevo.crm.contact;

/// What a custom field holds.
public enum FieldType {
  TEXT,
  LIST,
  CHECKBOX,
  EMAIL,
  NUMBER,
  URL,
  DATE,
  TIME
}

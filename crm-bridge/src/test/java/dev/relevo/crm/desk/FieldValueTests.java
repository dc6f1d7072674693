package dev.relevo.crm.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValueTests {
  @ParameterizedTest
  @CsvSource({
    "TEXT, hola, hola",
    "LIST, quito, Quito",
    "CHECKBOX, TRUE, true",
    "CHECKBOX, sí, true",
    "CHECKBOX, no, false",
    "EMAIL, ana@correo.com.ec, ana@correo.com.ec",
    "NUMBER, -12.50, -12.50",
    "NUMBER, '12,5', 12.5",
    "URL, https://ejemplo.ec/a?b=c, https://ejemplo.ec/a?b=c",
    "DATE, 2026-02-28, 2026-02-28",
    "TIME, 17:30, 17:30"
  })
  void isKeptInOneForm(FieldType type, String value, String kept) {
    assertThat(FieldValue.of(field(type), value)).isEqualTo(new FieldValue.Valid(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "LIST, Lima",
    "CHECKBOX, quizás",
    "EMAIL, ana@correo",
    "EMAIL, ana correo@x.ec",
    "NUMBER, 1e400000",
    "NUMBER, doce",
    "URL, javascript:alert(1)",
    "URL, ejemplo.ec",
    "DATE, 2026-02-30",
    "DATE, 28/02/2026",
    "TIME, 25:00"
  })
  void isRefusedWithASentence(FieldType type, String value) {
    assertThat(FieldValue.of(field(type), value)).isInstanceOf(FieldValue.Invalid.class);
  }

  private static Field field(FieldType type) {
    return new Field("campo", "Campo", type, List.of("Quito", "Loja"));
  }
}

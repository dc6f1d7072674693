package dev.relevo.crm.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Hola $contact.firstname, gracias > Hola Ana, gracias",
        "$contact.name / $contact.lastname > Ana María Pérez / María Pérez",
        "{{$contact.name}} y {{ $contact.firstname }} > Ana María Pérez y Ana",
        "$contact.phone $contact.id > +593991234567 7",
        "$contact.country > Ecuador",
        "Vive en $contact.ciudad. > Vive en Quito.",
        "Le atiende $assignee.firstname > Le atiende Luis",
        "$system.current_datetime > 2026-06-01 07:30:05",
        "$system.current_date_utc $system.current_time_utc > 2026-06-01 12:30:05",
        "cuesta $20. > cuesta $20.",
        "US$ 5, $x.y, $contact.nada > US$ 5, $x.y, $contact.nada",
        "$$contact.name cuesta $$5 > $contact.name cuesta $5",
        "Correo: $contact.email|\"ninguno\" > Correo: ninguno",
        "Hola $contact.firstname|\"amigo\" > Hola Ana",
        "Hola $contact.email, gracias > Hola, gracias",
        "Hola $contact.email y gracias > Hola y gracias",
        "$contact.email Gracias > Gracias",
        "Plan $contact.plan|\"básico\" > Plan básico"
      })
  void areFilledIn(String text, String rendered) {
    assertThat(variables(Optional.of("+593991234567")).render(text)).isEqualTo(rendered);
  }

  @Test
  void anUnknownCountryStaysAsTyped() {
    assertThat(variables(Optional.empty()).render("De $contact.country."))
        .isEqualTo("De $contact.country.");
  }

  @Test
  void spacesOfTheAuthorStay() {
    assertThat(variables(Optional.empty()).render("Uno  dos $contact.firstname\n\n  tres"))
        .isEqualTo("Uno  dos Ana\n\n  tres");
  }

  @Test
  void aValueIsNotFilledInAgain() {
    var sly = variables(Optional.empty(), "$contact.phone");
    assertThat(sly.render("Hola $contact.name")).isEqualTo("Hola $contact.phone");
  }

  private static Variables variables(Optional<String> phone) {
    return variables(phone, "Ana María Pérez");
  }

  private static Variables variables(Optional<String> phone, String name) {
    var workspace = new WorkspaceId(1);
    var contact =
        new Contact(
            new ContactId(7),
            workspace,
            name,
            phone,
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            Map.of("ciudad", "Quito"),
            List.of(),
            List.of(),
            Instant.EPOCH);
    var luis =
        new Member(
            new MemberId(3),
            workspace,
            "luis@example.com",
            "Luis Vera",
            Role.AGENT,
            Language.ES,
            true,
            true,
            true);
    return new Variables(
        contact,
        Optional.of(luis),
        Set.of("ciudad", "plan"),
        ZoneId.of("America/Guayaquil"),
        Language.ES,
        Instant.parse("2026-06-01T12:30:05Z"));
  }
}

package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The shipped OpenAPI document, and what it says of an answer.
public final class Description {

  public static final Description SHIPPED = new Description();

  /// What can happen at every address.
  private static final Set<String> EVERYWHERE =
      Set.of(
          "key-missing",
          "key-unknown",
          "scope-missing",
          "too-many-requests",
          "too-many-unknown-keys",
          "temporarily-unavailable",
          "internal-error",
          "method-not-allowed",
          "request-malformed");

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private Description() {
    try (var stream = new ClassPathResource("api/openapi.json").getInputStream()) {
      document = JsonMapper.shared().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An operation, as `GET /api/v1/matrix/rows`.
  record Operation(String name, String path, JsonNode json) {}

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    operations.add(
                        new Operation(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            path.getKey(),
                            method.getValue()))));
    return operations;
  }

  /// Every `$ref` of the document.
  Set<String> references() {
    var found = new HashSet<String>();
    document.findValues("$ref").forEach(it -> found.add(it.asString()));
    return found;
  }

  JsonNode at(String reference) {
    return document.at(reference.substring(1));
  }

  /// Holds an answer against the document.
  ///
  /// @throws AssertionError if it does not describe such an answer to such a request
  public void requireAsDescribed(HttpResponse<String> response) {
    var request = response.request();
    operation(request.method(), request.uri().getPath())
        .ifPresent(operation -> requireAsDescribed(operation, response));
  }

  private void requireAsDescribed(Operation operation, HttpResponse<String> response) {
    var answers = operation.json().path("responses");
    var status = Integer.toString(response.statusCode());
    var what = operation.name() + " " + status;
    if (answers.has(status)) {
      var schema = answers.path(status).path("content").path("application/json").path("schema");
      if (!schema.isMissingNode()) {
        requireValid(what, schema, response.body());
      }
      return;
    }
    assertThat(response.statusCode()).as(what).isGreaterThanOrEqualTo(400);
    requireValid(what, at("#/components/schemas/Problem"), response.body());
    var slug =
        JsonMapper.shared()
            .readTree(response.body())
            .path("type")
            .asString()
            .substring("/problems/".length());
    var own = new ArrayList<String>();
    operation.json().path("x-problems").forEach(it -> own.add(it.asString()));
    assertThat(EVERYWHERE.contains(slug) || own.contains(slug)).as(what + " " + slug).isTrue();
  }

  private Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(it -> it.name().startsWith(method + " "))
        .filter(it -> path.matches(it.path().replaceAll("\\{[a-z]+}", "[^/]+")))
        .findFirst();
  }

  private void requireValid(String what, JsonNode schema, String body) {
    var errors = schemas.computeIfAbsent(schema, this::compiled).validate(parsed(what, body));
    assertThat(errors).as(what + " " + body).isEmpty();
  }

  private static JsonNode parsed(String what, String body) {
    assertThat(body).as(what).isNotEmpty();
    return JsonMapper.shared().readTree(body);
  }

  private Schema compiled(JsonNode schema) {
    var root = (ObjectNode) schema.deepCopy();
    root.set("components", document.path("components"));
    return registry.getSchema(root);
  }
}

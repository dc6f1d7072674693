package dev.relevo.bot.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A short word at the foot of the page after something was done, with a way back where there is
/// one.
///
/// @param undo the path to post to; empty for none
/// @param values what to post there
public record Toast(String text, boolean bad, String undo, Map<String, String> values) {

  private static final JsonMapper JSON = new JsonMapper();

  public static Toast said(String text) {
    return new Toast(text, false, "", Map.of());
  }

  public static Toast refused(String text) {
    return new Toast(text, true, "", Map.of());
  }

  public Toast undoneBy(String path, Map<String, String> with) {
    return new Toast(text, bad, path, with);
  }

  /// Sends it along with a part of a page; headers carry ASCII only.
  public void with(HttpServletResponse response) {
    var content = new LinkedHashMap<String, Object>();
    content.put("text", text);
    content.put("bad", bad);
    content.put("undo", undo);
    content.put("values", values);
    response.setHeader("HX-Trigger", ascii(JSON.writeValueAsString(Map.of("toast", content))));
  }

  private static String ascii(String json) {
    var out = new StringBuilder(json.length() + 16);
    json.chars()
        .forEach(it -> {
          if (it < 0x7f) {
            out.append((char) it);
          } else {
            out.append("\\u%04x".formatted(it));
          }
        });
    return out.toString();
  }
}

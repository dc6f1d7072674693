package dev.relevo.eval.talk;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where a contact and its thread stand, to tell what was done in between.
record Standing(Contact contact, ThreadState thread) {

  static Standing of(Talk talk) {
    return new Standing(talk.contact(), talk.thread());
  }

  /// What was done since, a line each: `add_tags:vip`, `set_field:email=…`, `assign:7`, …
  List<String> until(Standing later) {
    var did = new ArrayList<String>();
    var tags = contact.tags();
    later.contact.tags().stream()
        .filter(it -> !tags.contains(it))
        .forEach(it -> did.add("add_tags:" + it));
    tags.stream()
        .filter(it -> !later.contact.tags().contains(it))
        .forEach(it -> did.add("remove_tags:" + it));
    var fields = fields();
    later
        .fields()
        .forEach((field, value) -> {
          if (!value.equals(fields.get(field))) {
            did.add("set_field:" + field + "=" + value);
          }
        });
    if (!later.thread.assignee().equals(thread.assignee())) {
      did.add("assign:" + later.thread.assignee());
    }
    if (!later.thread.conversation().equals(thread.conversation())) {
      did.add("close_conversation");
    }
    return did;
  }

  private Map<String, String> fields() {
    var fields = new TreeMap<>(contact.fields());
    fields.put("name", contact.name());
    fields.put("phone", contact.phone().orElse(""));
    fields.put("email", contact.email().orElse(""));
    return fields;
  }
}

package dev.relevo.bot.channel;

import dev.relevo.bot.channel.ChannelList.Written;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens the channels the settings name. Whatever is wrong with them is said in one sentence.
final class ChannelDoors {

  private static final String WEB = "webchat";

  private final Map<String, ChannelType> types;
  private final Workspaces workspaces;

  ChannelDoors(List<ChannelType> types, Workspaces workspaces) {
    this.types = types.stream().collect(Collectors.toMap(ChannelType::name, Function.identity()));
    this.workspaces = workspaces;
  }

  Channels open(List<Written> written) {
    var home = workspaces.first("Relevo").id();
    var channels = new ArrayList<Channel>();
    for (var n = 0; n < written.size(); n++) {
      var channel = open("relevo.channels[" + n + "]", written.get(n), home);
      if (channels.stream().anyMatch(other -> other.id().equals(channel.id()))) {
        throw new CannotStart(
            "relevo.channels[%d].id is \"%s\", but another channel has that id already."
                .formatted(n, channel.id()));
      }
      channels.add(channel);
    }
    if (written.isEmpty() && types.containsKey(WEB)) {
      channels.add(
          open(
              new ChannelSettings(
                  "relevo.channels", new ChannelId("web"), WEB, home, List.of(), Map.of())));
    }
    return new Channels(channels);
  }

  private Channel open(String where, Written written, WorkspaceId home) {
    return open(
        new ChannelSettings(
            where,
            id(where, written.id()),
            type(where, written.type()),
            workspace(where, written.workspace(), home),
            written.origins(),
            written.values()));
  }

  private Channel open(ChannelSettings settings) {
    var type = types.get(settings.type());
    if (type == null) {
      throw unknownType(settings.where(), settings.type());
    }
    return type.open(settings);
  }

  private static ChannelId id(String where, @Nullable String id) {
    if (id == null || id.isBlank()) {
      throw new CannotStart(
          where + ".id is missing; name the channel, for example \"whatsapp-quito\".");
    }
    try {
      return new ChannelId(id.strip());
    } catch (IllegalArgumentException wrong) {
      throw new CannotStart(
          "%s.id is \"%s\", but must have 1 to 40 lower-case letters, digits and dashes."
              .formatted(where, id),
          wrong);
    }
  }

  private String type(String where, @Nullable String type) {
    if (type == null || type.isBlank()) {
      throw new CannotStart("%s.type is missing; it is one of %s.".formatted(where, known()));
    }
    if (!types.containsKey(type.strip())) {
      throw unknownType(where, type);
    }
    return type.strip();
  }

  private CannotStart unknownType(String where, String type) {
    return new CannotStart(
        "%s.type is \"%s\", but must be one of %s.".formatted(where, type, known()));
  }

  private String known() {
    return types.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private WorkspaceId workspace(String where, @Nullable String number, WorkspaceId home) {
    if (number == null || number.isBlank()) {
      return home;
    }
    return workspaces.all().stream()
        .map(Workspace::id)
        .filter(id -> Long.toString(id.value()).equals(number.strip()))
        .findFirst()
        .orElseThrow(() ->
            new CannotStart(
                "%s.workspace is \"%s\", but there is no workspace with that number."
                    .formatted(where, number)));
  }
}

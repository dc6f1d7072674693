package dev.relevo.bot.channel;

import dev.relevo.crm.workspace.Workspaces;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChannelList.class, MediaSettings.class})
final class ChannelBeans {

  @Bean
  Channels channels(ChannelList written, List<ChannelType> types, Workspaces workspaces) {
    return new ChannelDoors(types, workspaces).open(written.all());
  }
}

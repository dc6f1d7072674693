package dev.relevo.bot.llm;

import dev.relevo.bot.setting.SealedTexts;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The sealed texts of this room: keys and headers of the workspaces' own models.
@Configuration(proxyBeanMethods = false)
class SealedConnections {

  private record Column(ConnectionTable table, ConnectionTable.Sealed column, String purpose)
      implements SealedTexts {

    @Override
    public List<String> all() {
      return table.sealed(column);
    }

    @Override
    public void replace(String old, String fresh) {
      table.replace(column, old, fresh);
    }
  }

  @Bean
  SealedTexts sealedModelKeys(ConnectionTable table) {
    return new Column(table, ConnectionTable.Sealed.KEY, Sources.KEY);
  }

  @Bean
  SealedTexts sealedModelHeaders(ConnectionTable table) {
    return new Column(table, ConnectionTable.Sealed.HEADERS, Sources.HEADERS);
  }
}

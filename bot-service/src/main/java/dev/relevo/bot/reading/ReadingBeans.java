package dev.relevo.bot.reading;

import dev.relevo.bot.setting.SealedTexts;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.document.DocumentLimits;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Reach;
import dev.relevo.knowledge.sheet.Sealing;
import dev.relevo.knowledge.sheet.SheetSync;
import dev.relevo.knowledge.sheet.Sheets;
import dev.relevo.knowledge.suggestion.Suggestions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DocumentSettings.class, SheetSettings.class})
final class ReadingBeans {

  @Bean
  Fetcher fetcher(DocumentSettings settings) {
    var limits = new FetchLimits(Math.toIntExact(settings.limit().toBytes()), settings.patience());
    return new Fetcher(limits, Reach.ofInternet(settings.ports()));
  }

  @Bean
  Suggestions suggestions(Fetcher fetcher) {
    return new Suggestions(fetcher);
  }

  @Bean
  Sheets sheets(DataSource dataSource, Secrets secrets, SheetSettings settings, Clock clock) {
    return new Sheets(dataSource, new SealedKeys(secrets), settings.google(), clock);
  }

  @Bean
  SheetSync sheetSync(
      DataSource dataSource, Sheets sheets, Drafts drafts, Workspaces workspaces, Clock clock) {
    return new SheetSync(
        dataSource,
        sheets,
        drafts,
        it -> workspaces.find(new WorkspaceId(it)).language().locale(),
        clock);
  }

  @Bean
  SealedTexts sealedSheetKeys(Sheets sheets) {
    return new SealedTexts() {
      @Override
      public String purpose() {
        return SealedKeys.PURPOSE;
      }

      @Override
      public List<String> all() {
        return sheets.sealedKeys();
      }

      @Override
      public void replace(String old, String fresh) {
        sheets.replaceKey(old, fresh);
      }
    };
  }

  /// A service account's key is worth nothing without the installation's secret.
  private record SealedKeys(Secrets secrets) implements Sealing {

    private static final String PURPOSE = "sheet-key";

    @Override
    public String seal(String text) {
      return secrets.seal(PURPOSE, text);
    }

    @Override
    public Optional<String> open(String sealed) {
      return secrets.open(PURPOSE, sealed);
    }
  }

  @Bean
  Documents documents(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Fetcher fetcher,
      DocumentSettings settings,
      Clock clock) {
    var limits = DocumentLimits.DEFAULT.withFileBytes(Math.toIntExact(settings.limit().toBytes()));
    return new Documents(dataSource, transactions, fetcher, limits, clock);
  }
}

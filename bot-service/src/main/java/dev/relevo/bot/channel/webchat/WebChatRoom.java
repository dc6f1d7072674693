package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.setting.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The parts of the room that need no container to work.
@Configuration(proxyBeanMethods = false)
class WebChatRoom {

  /// Half of what is allowed: a page that stays open renews it without the visitor noticing.
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);

  @Bean
  VisitorKeys visitorKeys(Secrets secrets, Clock clock) {
    return new VisitorKeys(secrets, clock, TOKEN_LIFE);
  }

  @Bean
  Attachments attachments(Secrets secrets, Clock clock) {
    return new Attachments(secrets, clock);
  }

  @Bean
  Contents contents(Attachments attachments) {
    return new Contents(attachments);
  }

  @Bean
  Limits limits(Clock clock) {
    return new Limits(clock);
  }

  @Bean
  WebMvcConfigurer visitingArgument(VisitorKeys keys) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitingArgument(keys));
      }
    };
  }
}

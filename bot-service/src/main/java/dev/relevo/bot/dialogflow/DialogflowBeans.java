package dev.relevo.bot.dialogflow;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DialogflowSettings.class)
final class DialogflowBeans {}

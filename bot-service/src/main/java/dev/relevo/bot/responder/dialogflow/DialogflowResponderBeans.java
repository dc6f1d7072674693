package dev.relevo.bot.responder.dialogflow;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MannerSettings.class)
final class DialogflowResponderBeans {}

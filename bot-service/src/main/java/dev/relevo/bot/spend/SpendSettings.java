package dev.relevo.bot.spend;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keepTexts how long what was written to and by models is kept: `relevo.model.keep-texts`
@ConfigurationProperties("relevo.model")
record SpendSettings(@DefaultValue("30d") Duration keepTexts) {}

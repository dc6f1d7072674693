package dev.relevo.bot.reading;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param limit the largest file or page that is read: `relevo.documents.limit`
/// @param patience how long one page may take to arrive
/// @param ports the ports of sites that may be read
@ConfigurationProperties("relevo.documents")
record DocumentSettings(
    @DefaultValue("10MB") DataSize limit,
    @DefaultValue("30s") Duration patience,
    @DefaultValue({"80", "443"}) Set<Integer> ports) {}

/// WhatsApp by Meta's Cloud API: verify, translate, deliver.
@NullMarked
package dev.relevo.bot.channel.whatsapp;

import org.jspecify.annotations.NullMarked;

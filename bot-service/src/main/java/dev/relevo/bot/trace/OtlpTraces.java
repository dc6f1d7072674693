package dev.relevo.bot.trace;

import dev.relevo.bot.setting.Secrets;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// To a collector, by OTLP over HTTP, in batches. OpenTelemetry's SDK is used by itself: what
/// Spring would trace beyond it (every request, every statement) is not asked for, and costs a
/// start even where nothing is exported.
final class OtlpTraces implements Traces, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// How long something may wait for others to be told with.
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final ScopedValue<Trail> ROOT = ScopedValue.newInstance();

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final Secrets secrets;
  private final double share;

  private OtlpTraces(SdkTracerProvider provider, Secrets secrets, double share) {
    this.provider = provider;
    this.tracer = provider.get("dev.relevo");
    this.secrets = secrets;
    this.share = share;
  }

  static OtlpTraces to(TraceSettings settings, Secrets secrets) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint())
            .setTimeout(PATIENCE)
            .build();
    var provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(Resource.create(attributes(Map.of("service.name", "relevo")))))
            .setIdGenerator(new Numbers())
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(EVERY).build())
            .build();
    return new OtlpTraces(provider, secrets, settings.share());
  }

  @Override
  public void answered(long message, Stretch stretch, Map<String, String> about) {
    trail(message)
        .ifPresent(it ->
            ScopedValue.where(ROOT, it)
                .run(() -> tell(tracer.spanBuilder("message").setNoParent(), stretch, about)));
  }

  @Override
  public void within(long message, String name, Stretch stretch, Map<String, String> about) {
    trail(message)
        .ifPresent(it -> tell(tracer.spanBuilder(name).setParent(parent(it)), stretch, about));
  }

  /// Tells what is left, for a few seconds.
  @Override
  public void close() {
    provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Optional<Trail> trail(long message) {
    return Optional.of(Trail.of(message, secrets)).filter(it -> it.lot() < share);
  }

  private static void tell(SpanBuilder span, Stretch stretch, Map<String, String> about) {
    span.setSpanKind(SpanKind.INTERNAL)
        .setAllAttributes(attributes(about))
        .setStartTimestamp(stretch.from())
        .startSpan()
        .end(stretch.to());
  }

  private static Context parent(Trail trail) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    trail.traceId(),
                    trail.spanId(),
                    TraceFlags.getSampled(),
                    TraceState.getDefault())));
  }

  private static Attributes attributes(Map<String, String> about) {
    var attributes = Attributes.builder();
    about.forEach((key, value) -> attributes.put(AttributeKey.stringKey(key), value));
    return attributes.build();
  }

  /// The first span has the numbers its parts expect.
  private static final class Numbers implements IdGenerator {

    private final IdGenerator others = IdGenerator.random();

    @Override
    public String generateSpanId() {
      return ROOT.isBound() ? ROOT.get().spanId() : others.generateSpanId();
    }

    @Override
    public String generateTraceId() {
      return ROOT.isBound() ? ROOT.get().traceId() : others.generateTraceId();
    }
  }
}

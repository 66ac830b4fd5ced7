using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Traces and metrics over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; nothing otherwise.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string name)
    {
        builder.Logging.ClearProviders().AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ", true));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is null)
        {
            return;
        }

        var resource = ResourceBuilder.CreateDefault().AddService(name);
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql").AddOtlpExporter().Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Npgsql", "PilotRegistry").AddOtlpExporter().Build());
        builder.Services.AddHostedService<Started>();
    }

    /// <summary>Providers begin to listen when they are made; this makes them with the process.</summary>
    private sealed class Started(TracerProvider traces, MeterProvider metrics) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush();
            metrics.ForceFlush();
            return Task.CompletedTask;
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;

namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>A service as small as one can be: two kinds of streams, two views.</summary>
public static class Metering
{
    public const string Schema = "metering";

    public static readonly IReadOnlyList<View> Views = [MeterViews.Meters, MeterViews.OpenMeters];

    public static readonly Envelope Vera = new("vera", "verifier", "readMeter", "trace-1", "task-1");

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static EventCatalogue Catalogue { get; } = new EventCatalogue(RegistryJson.Events, typeof(Metering).Assembly)
        .WithUpcast("tests.reading-taken.v2", "tests.reading-taken.v3", body => { body["method"] = "unknown"; return body; })
        .WithUpcast("tests.reading-taken.v1", "tests.reading-taken.v2", InTonnes);

    public static EventDatabase Connect(string connectionString, IReadOnlyList<View>? views = null) =>
        new(EventDatabase.Connect(connectionString, Schema), Catalogue, views ?? Views);

    private static JsonObject InTonnes(JsonObject body)
    {
        body["tonnes"] = decimal.Parse((string)body["kilograms"]!, CultureInfo.InvariantCulture) / 1000;
        body.Remove("kilograms");
        return body;
    }
}

/// <summary>A clock that a test moves.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

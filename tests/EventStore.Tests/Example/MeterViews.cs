namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>What a page about a meter shows.</summary>
public sealed record MeterRow(string Place, int Readings, decimal Tonnes, DateTimeOffset LastAt, string? LastBy, bool Sealed);

/// <summary>A meter that may still be read.</summary>
public sealed record OpenMeterRow(string Place);

public static class MeterViews
{
    public static readonly View<MeterRow> Meters = new("meters", "meter", Apply, 1, "((row->>'place'))");

    /// <summary>Loses its row when the meter is sealed.</summary>
    public static readonly View<OpenMeterRow> OpenMeters = new("open_meters", "meter", ApplyOpen);

    public static MeterRow? Apply(MeterRow? row, Recorded e) => e.Event switch
    {
        MeterInstalled installed => new(installed.Place, 0, 0, e.At, e.Envelope.User, Sealed: false),
        ReadingTaken reading => row! with
        {
            Readings = row.Readings + 1,
            Tonnes = row.Tonnes + reading.Tonnes,
            LastAt = e.At,
            LastBy = e.Envelope.User,
        },
        MeterSealed => row! with { Sealed = true, LastAt = e.At, LastBy = e.Envelope.User },
        _ => row
    };

    private static OpenMeterRow? ApplyOpen(OpenMeterRow? row, Recorded e) => e.Event switch
    {
        MeterInstalled installed => new(installed.Place),
        MeterSealed => null,
        _ => row
    };
}

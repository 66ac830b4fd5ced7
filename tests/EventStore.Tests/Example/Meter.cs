namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>A meter stands somewhere and may be read.</summary>
[StoredAs("tests.meter-installed.v1")]
public sealed record MeterInstalled(string Place) : DomainEvent;

/// <summary>Somebody read the meter. Version 1 was in kilograms; version 2 did not say how it was read.</summary>
[StoredAs("tests.reading-taken.v3")]
public sealed record ReadingTaken(int Number, decimal Tonnes, string Method) : DomainEvent;

/// <summary>The meter is sealed; it is not read any more.</summary>
[StoredAs("tests.meter-sealed.v1")]
public sealed record MeterSealed(string Reason) : DomainEvent;

public sealed record MeterState(bool Installed, bool Sealed, IReadOnlySet<int> Readings)
{
    public static readonly StreamType<MeterState> Stream = new("meter", new(false, false, new HashSet<int>()), Evolve);

    public static MeterState Evolve(MeterState state, DomainEvent happened) => happened switch
    {
        MeterInstalled => state with { Installed = true },
        ReadingTaken e => state with { Readings = new HashSet<int>(state.Readings) { e.Number } },
        MeterSealed => state with { Sealed = true },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a meter stream.")
    };
}

public static class Meter
{
    public static readonly Refusal Sealed = new("meter-sealed", "The meter is sealed.");

    public static Decision Install(MeterState state, string place) => state.Installed ? Decision.Nothing : new MeterInstalled(place);

    public static Decision Read(MeterState state, int number) => state switch
    {
        { Sealed: true } => Sealed,
        _ when state.Readings.Contains(number) => Decision.Nothing,
        _ => new ReadingTaken(number, 1.50m, "manual")
    };

    public static Decision Seal(MeterState state) => state.Sealed ? Decision.Nothing : new MeterSealed("End of its life");
}

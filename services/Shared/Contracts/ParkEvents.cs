using PilotRegistry.EventStore;

namespace PilotRegistry.Contracts;

/// <summary>An event that other services and the public live on. Being declared in Contracts is what publishes it.</summary>
public abstract record ParkEvent : DomainEvent
{
    /// <summary>The park it concerns.</summary>
    public abstract Guid ParkId { get; init; }
}

/// <summary>园中园 (a part with clear bounds inside a larger zone) or 整体 (the whole zone).</summary>
public enum ParkScope
{
    Whole,
    Partial,
}

/// <summary>What the park promises for one year: core indicator, t CO2/tce (附件3).</summary>
public sealed record Target(int Year, decimal Core);

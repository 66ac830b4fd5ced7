using System.Text.Json;
using System.Text.Json.Serialization;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>A province by its six-digit code and official name.</summary>
public sealed record ProvinceName(string Adcode, string Name);

/// <summary>A park as a line of the list.</summary>
public record ParkItem
{
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>Its number on the published list; null when it is not listed or the list gives none.</summary>
    [JsonPropertyOrder(-2)]
    public required int? ListNumber { get; init; }

    [JsonPropertyOrder(-2)]
    public required string Name { get; init; }

    [JsonPropertyOrder(-2)]
    public required ProvinceName Province { get; init; }

    [JsonPropertyOrder(-2)]
    public required string City { get; init; }

    [JsonPropertyOrder(-2)]
    public required ParkScope Scope { get; init; }

    [JsonPropertyOrder(-2)]
    public required int ConstructionStart { get; init; }

    [JsonPropertyOrder(-2)]
    public required int ConstructionEnd { get; init; }

    [JsonPropertyOrder(-2)]
    public required Stage Stage { get; init; }

    /// <summary>A pin on the map in degrees, not a survey.</summary>
    [JsonPropertyOrder(-2)]
    public required decimal Latitude { get; init; }

    [JsonPropertyOrder(-2)]
    public required decimal Longitude { get; init; }

    [JsonPropertyOrder(-2)]
    public required string IndustryGroup { get; init; }

    /// <summary>Played for demonstration (演示).</summary>
    [JsonPropertyOrder(-2)]
    public required bool Demo { get; init; }

    /// <summary>The core indicator of the latest disclosed year, t CO2/tce; null before the first.</summary>
    [JsonPropertyOrder(-1)]
    public required decimal? CoreValue { get; init; }

    /// <summary>The target that applies to the park's energy consumption in that year.</summary>
    [JsonPropertyOrder(-1)]
    public required decimal? CoreTarget { get; init; }

    [JsonPropertyOrder(-1)]
    public required Verdict? CoreVerdict { get; init; }

    [JsonPropertyOrder(-1)]
    public required IReadOnlyList<int> DisclosedYears { get; init; }

    /// <summary>The batch of the list that names it; null while none does.</summary>
    [JsonPropertyOrder(-1)]
    public required string? Batch { get; init; }
}

/// <summary>A park as its own page shows it.</summary>
public sealed record ParkPage : ParkItem
{
    /// <summary>四至边界 in words.</summary>
    public required string? FourBounds { get; init; }

    /// <summary>GeoJSON geometry, WGS 84.</summary>
    public required JsonElement? Boundary { get; init; }

    /// <summary>The boundary in its versions, oldest first; the last one is registered now. Empty while no bounds are known.</summary>
    public required IReadOnlyList<BoundaryVersion> Boundaries { get; init; }

    public required int BaseYear { get; init; }

    /// <summary>What the park promises, by year.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    public required IReadOnlyList<YearLine> Years { get; init; }

    public required Listing? List { get; init; }

    /// <summary>Null until organisations are public.</summary>
    public required string? ManagementBody { get; init; }

    /// <summary>Null until the park is listed, and for a park taken over from a published list.</summary>
    public required KeyProjectsAnswer? KeyProjects { get; init; }
}

/// <summary>The published list that names the park.</summary>
/// <param name="Source">Where the facts come from and how sure they are.</param>
public sealed record Listing(string Batch, int? ListNumber, string Document, DateOnly PublishedOn, string Source);

/// <summary>A disclosed year in one line.</summary>
/// <param name="Core">As verified, t CO2/tce.</param>
public sealed record YearLine(int Year, decimal? Core, decimal? Target, Verdict? Verdict, DateTimeOffset DisclosedAt);

/// <summary>A decision about a park, with its reasons.</summary>
/// <param name="Actor">The role that decided, never the person.</param>
/// <param name="Document">The document that published it, where there is one.</param>
/// <param name="Source">Where its facts come from, where it says so.</param>
/// <param name="PublishedOn">The date of that document; <c>At</c> is when it was recorded here.</param>
public sealed record Decision(
    Guid EventId, DateTimeOffset At, string Type, Wording Title, string Actor, string Reasons, string? Document, string? Source, DateOnly? PublishedOn);

/// <summary>A decision with the park it concerns.</summary>
public sealed record ParkDecision(
    Guid ParkId, string ParkName, bool Demo, Guid EventId, DateTimeOffset At, string Type, Wording Title, string Actor,
    string Reasons, string? Document, string? Source, DateOnly? PublishedOn);

/// <summary>Everything public that happened to a park, oldest first.</summary>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Items);

/// <param name="Type">The stored alias of the event.</param>
/// <param name="Facts">What the event says, by name; numbers and codes as text.</param>
/// <param name="LogIndex">Its place in the transparency log; null while there is none.</param>
public sealed record TimelineEntry(
    Guid EventId, DateTimeOffset At, string Type, Wording Title, string Actor, IReadOnlyDictionary<string, string> Facts, long? LogIndex);

/// <summary>A line of <c>events.jsonl</c>.</summary>
public sealed record EventLine(
    Guid EventId, DateTimeOffset At, string Type, Guid ParkId, string ParkName, bool Demo, Wording Title, string Actor,
    IReadOnlyDictionary<string, string> Facts, long? LogIndex);

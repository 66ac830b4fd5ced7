using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>An indicator beyond the national six: a formula, and where there is one a target.</summary>
public sealed record AddedIndicator
{
    public required string Id { get; init; }
    public required Wording Label { get; init; }
    /// <summary>Over named quantities of the year: numbers, names, + - * / and parentheses.</summary>
    public required string Formula { get; init; }
    public required string Unit { get; init; }
    /// <summary>Null where the pack sets none, or where the text that sets it could not be read.</summary>
    public SourcedNumber? Target { get; init; }
    public required TargetBound Bound { get; init; }
    /// <summary>Where the indicator comes from, and how sure that is.</summary>
    public required string Source { get; init; }
    public required string Mark { get; init; }

    [JsonIgnore] internal Formula Reading { get; init; } = null!;
}

/// <summary>On which side of the target a value meets it.</summary>
[JsonConverter(typeof(CodeConverter<TargetBound>))]
public enum TargetBound { AtLeast, AtMost }

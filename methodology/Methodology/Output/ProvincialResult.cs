namespace PilotRegistry.Methodology;

/// <summary>What a provincial title makes of the same year, beside the national result.</summary>
public sealed record ProvincialResult
{
    public required PackReference Pack { get; init; }
    public required Wording Title { get; init; }
    public required IReadOnlyList<ProvincialIndicator> Indicators { get; init; }
    /// <summary>The verdict of each indicator by its id.</summary>
    public required IReadOnlyDictionary<string, Verdict> Verdicts { get; init; }
    /// <summary>What a reader should look at in these verdicts: where an open question of the national method decides one.</summary>
    public IReadOnlyList<Signal> Signals { get; init; } = [];
}

/// <summary>One indicator of a province; <c>noTarget</c> where it sets none for this park.</summary>
public sealed record ProvincialIndicator
{
    public required string Id { get; init; }
    public required Wording Label { get; init; }
    public required string Formula { get; init; }
    public required NamedNumbers Inputs { get; init; }
    [Number] public required decimal? Value { get; init; }
    public required string Unit { get; init; }
    /// <summary>On which side of the target a value meets it.</summary>
    public required TargetBound Bound { get; init; }
    /// <summary>With its source and mark; null where there is none.</summary>
    public required SourcedNumber? Target { get; init; }
    /// <summary>Where the indicator comes from.</summary>
    public required string Source { get; init; }
    public required Verdict Verdict { get; init; }
}

namespace PilotRegistry.Methodology;

/// <summary>An indicator before its last rounding, with the formula that gave it.</summary>
internal sealed record Assessed
{
    public required string Id { get; init; }
    public required string Unit { get; init; }
    public required Wording Label { get; init; }
    public required decimal? Value { get; init; }
    public required decimal? Target { get; init; }
    public required Verdict Verdict { get; init; }
    public required string Formula { get; init; }
    public required NamedNumbers Inputs { get; init; }

    /// <summary>Of an indicator that a pack adds; null for the national six.</summary>
    public TargetBound? Bound { get; init; }

    public Indicator Indicator => new()
    {
        Id = Id,
        Value = Rounded.Summary(Value),
        Unit = Unit,
        Target = Target,
        Verdict = Verdict,
        Label = Bound is null ? null : Label,
        Bound = Bound
    };

    /// <summary>The quotient as a step of the derivation; none without a value.</summary>
    public DerivationEntry? Step => Value is { } value
        ? new()
        {
            Id = $"indicators/{Id}",
            Parent = null,
            Term = Id,
            Label = Label,
            Formula = Formula,
            Inputs = Inputs,
            Factor = null,
            Value = Rounded.Leaf(value),
            Unit = Unit
        }
        : null;
}

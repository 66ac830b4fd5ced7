namespace PilotRegistry.Methodology;

/// <summary>A number of the rule pack, or one measured by the park, with where it comes from and how sure that is.</summary>
public sealed record SourcedNumber
{
    public required string Id { get; init; }
    [Number] public required decimal Value { get; init; }
    public required string Unit { get; init; }
    public required string Source { get; init; }
    /// <summary>V read in the official text, V2 secondary source, S well known, U uncertain, M given by the park.</summary>
    public required string Mark { get; init; }

    /// <summary>A number the park brings itself, where the method lets it.</summary>
    public static SourcedNumber GivenByPark(string id, decimal value, string unit, string basis) =>
        new() { Id = id, Value = value, Unit = unit, Source = basis, Mark = "M" };
}

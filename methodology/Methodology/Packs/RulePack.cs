namespace PilotRegistry.Methodology;

/// <summary>Method, factors, targets and settings as data: everything a calculation knows besides the park's own numbers.</summary>
public sealed record RulePack
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    /// <summary><c>sha256:</c> of what <c>sha256sum</c> prints for the pack's files in byte order of path.</summary>
    public required string Hash { get; init; }
    public required Wording Title { get; init; }
    /// <summary>The first year the pack has numbers for.</summary>
    public required int FirstYear { get; init; }

    public PackReference Reference => new(Id, Version, Hash);
}

using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>
/// What a province asks for its own title, <c>provincial/&lt;adcode&gt;</c>: targets and indicators over the nationally computed
/// year. Its verdicts stand beside the national ones and never touch them.
/// </summary>
public sealed record ProvincialTitle
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    /// <summary><c>sha256:</c> of what <c>sha256sum</c> prints for the pack's files in byte order of path.</summary>
    public required string Hash { get; init; }
    public required Wording Title { get; init; }
    public required string Source { get; init; }
    public required int FirstYear { get; init; }
    /// <summary>Core target by energy consumption, ascending; below the first band there is none.</summary>
    public required IReadOnlyList<CoreBand> Core { get; init; }
    public required IReadOnlyList<AddedIndicator> Indicators { get; init; }

    [JsonIgnore] public PackReference Reference => new(Id, Version, Hash);
}

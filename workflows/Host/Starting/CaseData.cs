using System.Globalization;
using System.Text.RegularExpressions;

namespace PilotRegistry.Workflows.Host;

/// <summary>A round of listing.</summary>
/// <param name="For"><c>all</c>, or <c>demo</c> for what is played.</param>
/// <param name="Quota">How many a province may recommend in it.</param>
public sealed record Batch(string Name, string For, int Quota);

/// <summary>
/// What no drawing and no program may hold as a constant: data beside this program (<c>workflows/facts</c>), each line with its source and how
/// sure it is.
/// </summary>
public sealed partial class CaseData
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "facts");

    private readonly IReadOnlyList<Batch> batches =
        [.. Lines("batches").Select(line => new Batch(line[0], line[1], int.Parse(line[2], CultureInfo.InvariantCulture)))];

    private readonly Dictionary<string, int> midterms = Lines("midterms").ToDictionary(line => line[0], line => int.Parse(line[1], CultureInfo.InvariantCulture));

    /// <summary>Who is consulted before a list is decided (部门会商).</summary>
    public IReadOnlyList<string> Ministries { get; } = [.. Lines("ministries").Select(line => line[0])];

    /// <summary>The round that applications are for now: the last that the data names.</summary>
    public Batch CurrentBatch(bool demo) => batches.Last(batch => batch.For == (demo ? "demo" : "all"));

    /// <summary>Months from the list to a province's mid-term review; null where the province holds none.</summary>
    public int? MidtermAfter(string? province) => province is not null && midterms.TryGetValue(province, out var months) ? months : null;

    private static IEnumerable<string[]> Lines(string name) => File.ReadLines(Path.Combine(Folder, $"{name}.csv")).Skip(1).Where(line => line.Length > 0)
        .Select(line => Cell().Matches(line).Select(cell => cell.Value.Trim('"')).ToArray());

    [GeneratedRegex("""(?<=^|,)("[^"]*"|[^,]*)(?=,|$)""")]
    private static partial Regex Cell();
}

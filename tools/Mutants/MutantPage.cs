using System.Globalization;
using System.Text;

namespace PilotRegistry.Mutants;

/// <summary><c>docs/mutants.md</c>: which checks there are, and what would notice their absence.</summary>
/// <param name="noticed">For each mutant the test; null when none.</param>
public sealed class MutantPage(string root, IReadOnlyList<Mutant> mutants, IReadOnlyList<string?> noticed)
{
    private const string Reasons = "tools/Mutants/unnoticed.txt";

    /// <summary>File, expression and what was done to it, to why no test can or need notice.</summary>
    private readonly Dictionary<string, string> reasons = File.ReadAllLines(Path.Combine(root, Reasons))
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" :: ")).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);

    private IEnumerable<Mutant> Unnoticed => mutants.Where(m => noticed[m.Id] is null);

    /// <summary>Unnoticed, and nobody said why.</summary>
    public IReadOnlyList<Mutant> Unexplained => [.. Unnoticed.Where(m => !reasons.ContainsKey(KeyOf(m)))];

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{mutants.Count} mutants: {mutants.Count - Unnoticed.Count()} noticed, {Unnoticed.Count() - Unexplained.Count} explained, {Unexplained.Count} neither.{string.Concat(Unexplained.Select(m => $"\n{KeyOf(m)}   (line {m.Line})"))}");

    public override string ToString()
    {
        var page = new StringBuilder(
            """
            # Who notices when a check of the verifier is gone

            Written by `dotnet run --project tools/Mutants -c Release` on a copy of `services/Shared/TransparencyLog`: every check there is taken out, one at
            a time, and every comparison shifted by one or turned round; then `tests/TransparencyLog.Tests` are run. A check whose absence no
            test notices has a reason below, or the program ends with 1. A pattern whose parts the code goes on to use cannot be taken out. Left out are the
            system's own files and cryptography (`DurableFile`, `Ed25519`) and what only signs (`NoteSigner`).


            """);
        page.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd} · {mutants.Count} mutants, {mutants.Count - Unnoticed.Count()} noticed, {Unnoticed.Count()} not.\n\n| file | mutants | noticed | not |\n|---|---:|---:|---:|\n");
        foreach (var file in mutants.GroupBy(m => m.File))
        {
            var not = file.Count(m => noticed[m.Id] is null);
            page.Append(CultureInfo.InvariantCulture, $"| {file.Key} | {file.Count()} | {file.Count() - not} | {not} |\n");
        }

        page.Append("\n## Not noticed, and why\n\n| file | expression | | why |\n|---|---|---|---|\n");
        foreach (var m in Unnoticed)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {m.File} | `{m.Text.Replace("|", "\\|", StringComparison.Ordinal)}` | {m.What} | {reasons.GetValueOrDefault(KeyOf(m), "**no reason given**")} |\n");
        }

        return page.ToString();
    }

    private static string KeyOf(Mutant m) => $"{m.File}: {m.Text} {m.What}";
}

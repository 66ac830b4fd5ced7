using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Drafts;

namespace PilotRegistry.Submission.Evidence;

/// <summary>A line may only name a file that the park has brought for this year: a hash of nothing proves nothing.</summary>
public static class MissingEvidence
{
    public static IReadOnlyList<EvidenceMention> Of(YearDraft draft, YearEvidence brought) =>
        [.. EvidenceMention.In(draft).Where(mention => !brought.Files.Contains(mention.Sha256))];

    public static IReadOnlyList<InputProblem> AsProblems(this IEnumerable<EvidenceMention> missing) =>
    [
        .. missing.Select(mention => new InputProblem(mention.Pointer, "evidence-not-uploaded", new(
            $"本年度没有上传 SHA-256 为 {mention.Sha256} 的文件：请上传该文件，或删去此处的引用。",
            $"No file with the SHA-256 {mention.Sha256} is uploaded for this year: upload it, or remove the mention.")))
    ];
}

/// <summary>What a year's files are, and what they show.</summary>
/// <param name="Files">SHA-256 of each.</param>
public sealed record YearEvidence(IReadOnlySet<string> Files, IReadOnlyList<Signal> Signals)
{
    public static readonly YearEvidence None = new(new HashSet<string>(), []);

    public static YearEvidence Of(IReadOnlyList<EvidenceSeen> seen) =>
        new(seen.Select(e => e.Use.Sha256).ToHashSet(), [.. seen.SelectMany(e => EvidenceSignals.Of(e.Use, e.Reuses))]);
}

using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>The hashes of the files that a year's data rests on. Everything else in the data stays where it is.</summary>
internal static class EvidenceList
{
    public static IReadOnlyList<Evidence> Of(ActivityData data) =>
        [.. EvidenceMention.In(data).Select(mention => new Evidence(mention.Sha256, mention.Line))];
}

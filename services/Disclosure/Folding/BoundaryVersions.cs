using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// The versions of a park's boundary. An event that repeats words and outline makes none, and neither does one that knows no bounds; a decision that
/// repeats them corrects what was recorded with the last version, its first year or its document.
/// </summary>
internal static class BoundaryVersions
{
    public static IReadOnlyList<BoundaryVersion> Of(IReadOnlyList<Happening> events)
    {
        var versions = new List<BoundaryVersion>();
        ParkFacts? facts = null;
        foreach (var happening in events)
        {
            facts = ParkHistory.FactsAfter(facts, happening.Event);
            if (facts is null || happening.Event is not (ApplicationSubmitted or ParkListed or BoundaryChanged))
            {
                continue;
            }

            if (!IsAsBefore(facts, versions.LastOrDefault()))
            {
                versions.Add(Version(versions.Count + 1, happening, facts));
            }
            else if (happening.Event is BoundaryChanged && versions.Count > 0)
            {
                versions[^1] = Version(versions.Count, happening, facts);
            }
        }

        return versions;
    }

    /// <summary>The version that applies to an accounting year: the last one decided that does not begin later. Null when none does.</summary>
    public static BoundaryVersion? In(this IReadOnlyList<BoundaryVersion> versions, int year) => versions.LastOrDefault(v => v.ValidFrom is null || v.ValidFrom <= year);

    private static bool IsAsBefore(ParkFacts facts, BoundaryVersion? before) =>
        facts.FourBounds == before?.FourBounds && RegistryJson.Same(facts.Boundary, before?.Geometry);

    private static BoundaryVersion Version(int number, Happening happening, ParkFacts facts)
    {
        var change = happening.Event as BoundaryChanged;
        var decision = PublicEvent.Decide(happening);
        return new(
            number, happening.Id, happening.At, happening.Type, change?.ValidFrom, facts.FourBounds, facts.Boundary,
            facts.Boundary is { } outline ? GeoArea.Km2(outline) : null, decision?.Document, decision?.PublishedOn, decision?.Reasons);
    }
}

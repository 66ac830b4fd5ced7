namespace PilotRegistry.Methodology;

/// <summary>An indicator is said not to apply, and nobody said so when the park was listed.</summary>
internal static class NotApplicableAfterListing
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.This.Listing is not { } listing || year.Result.Year < listing.Year) yield break;
        var known = year.This.Earlier
            .Where(earlier => earlier.Result.Year < listing.Year)
            .SelectMany(earlier => earlier.Data.Indicators?.NotApplicable ?? [])
            .Select(claim => claim.Indicator)
            .Concat(listing.NotApplicable)
            .ToHashSet();
        foreach (var claim in year.This.Data.Indicators?.NotApplicable ?? [])
        {
            var name = CodeWords.Indicator(claim.Indicator ?? "");
            if (!known.Contains(claim.Indicator))
                yield return Saw.Warning("notApplicableAfterListing",
                    $"指标“{name.Zh}”在列入名单之后才说明不适用：请审查理由。",
                    $"The indicator \"{name.En}\" was said not to apply only after the park was listed: look at the reason.",
                    ("indicator", claim.Indicator ?? ""), ("listedIn", listing.Year), ("reason", claim.Reason ?? ""));
        }
    }
}

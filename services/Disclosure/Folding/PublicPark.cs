using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// Everything the public may read about one park, ready to be sent: a pure fold of its history. The same events in any order
/// of arrival give the same bytes.
/// </summary>
/// <param name="Batch">The list that names it; null while none does.</param>
/// <param name="ManagementBodyId">Whose accounts act for it; not shown.</param>
/// <param name="Disputes">What was disputed about it.</param>
public sealed record PublicPark(
    ParkItem Item, string? Batch, string Search, IReadOnlyList<PublicPage> Pages, IReadOnlyList<PublicEvent> Events,
    IReadOnlyList<PublicYear> Years, Guid? ManagementBodyId, IReadOnlyList<PublicDispute> Disputes,
    IReadOnlyList<PublicKeyProject> KeyProjects)
{
    /// <summary>Raised when the fold changes; <c>--migrate</c> then folds every park again.</summary>
    public const int Revision = 9;

    /// <summary>Null while nothing about the park is public.</summary>
    public static PublicPark? Of(ParkHistory park)
    {
        if (park.Facts is not { } facts)
        {
            return null;
        }

        var page = Page(park, facts);
        var events = park.Public.Select(e => PublicEvent.Of(e, park, facts)).ToArray();
        var years = park.Years.Select(y => y.Page(park)).ToArray();
        return new(
            page, park.List?.Batch, SearchText.Of([facts.Name, facts.City, page.Province.Name, Initials.Of(facts.Name), Initials.Of(page.Province.Name + facts.City)]),
            [
                PublicPage.Of($"/parks/{park.ParkId}", page),
                PublicPage.Of($"/parks/{park.ParkId}/timeline", new Timeline([.. events.Select(e => e.Entry)])),
                .. years.Select(y => PublicPage.Of($"/parks/{park.ParkId}/years/{y.Year}", y)),
            ],
            events, [.. years.Select(y => PublicYear.Of(page, y))], facts.ManagementBodyId,
            PublicDispute.Of(page, [.. park.Public], years),
            [.. (park.KeyProjects?.Items ?? []).Select(p => PublicKeyProject.Of(page, p))]);
    }

    /// <summary>The park as a line of the list.</summary>
    public string ItemJson() => JsonSerializer.Serialize(Item, RegistryJson.Http);

    /// <summary>The list that names it, or null.</summary>
    public string? ListJson() => (Item as ParkPage)?.List is { } list ? JsonSerializer.Serialize(list, RegistryJson.Http) : null;

    private static ParkPage Page(ParkHistory park, ParkFacts facts)
    {
        var core = park.Years.Count > 0 ? park.Years[^1].Core : null;
        return new()
        {
            Id = park.ParkId,
            ListNumber = park.List?.ListNumber,
            Name = facts.Name,
            Province = new(facts.Province, Provinces.All.GetValueOrDefault(facts.Province, facts.Province)),
            City = facts.City,
            Scope = facts.Scope,
            ConstructionStart = facts.ConstructionStart,
            ConstructionEnd = facts.ConstructionEnd,
            Stage = park.Stage,
            Latitude = facts.Latitude,
            Longitude = facts.Longitude,
            IndustryGroup = facts.IndustryGroup,
            Demo = facts.Demo,
            CoreValue = core?.Value,
            CoreTarget = core?.Target,
            CoreVerdict = core?.Verdict,
            DisclosedYears = [.. park.Years.Select(y => y.Year)],
            Batch = park.List?.Batch,
            FourBounds = facts.FourBounds,
            Boundary = facts.Boundary,
            Boundaries = park.Boundaries,
            BaseYear = facts.BaseYear,
            Targets = [.. facts.Targets.OrderBy(t => t.Year)],
            Decisions = [.. park.Public.Select(PublicEvent.Decide).OfType<Decision>()],
            Years = [.. park.Years.Select(y => y.Line())],
            List = park.List,
            ManagementBody = null,
            KeyProjects = park.KeyProjects,
        };
    }
}

/// <summary>A disclosed year as a row of the open data and as a line beside others.</summary>
public sealed record PublicYear(int Year, Guid? Body, string Csv, string Json, string Item)
{
    public static PublicYear Of(ParkItem park, YearPage year)
    {
        var cells = CsvColumns.Year(park, year);
        return new(
            year.Year, year.Statement?.BodyId, Folding.Csv.Line(cells), JsonLine.Of(CsvColumns.Years, cells),
            JsonSerializer.Serialize(YearItem.Of(park, year), RegistryJson.Http));
    }
}

using System.Globalization;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Registration.Views;

namespace PilotRegistry.Registration;

/// <summary>Something that the park changed between two submissions.</summary>
/// <param name="Part"><c>fact</c>, <c>target</c>, <c>boundary</c>, <c>chapter</c> or <c>project</c>.</param>
/// <param name="Name">The fact, the target's year, the chapter; of a key project its number, and behind a slash what changed in it.</param>
/// <param name="Before">Null where there was nothing; of a boundary, its GeoJSON.</param>
/// <param name="After">Null where there is nothing any more.</param>
public sealed record RoundChange(string Part, string Name, string? Before, string? After);

/// <summary>What the park changed since its application was returned, so that nobody reads everything again.</summary>
public static class RoundChanges
{
    public static IReadOnlyList<RoundChange> Of(SubmittedRound? before, SubmittedRound? after) => before is null || after is null
        ? []
        : [
            .. Compare("fact", Facts(before.Park), Facts(after.Park)),
            .. Compare("boundary", Boundary(before.Park), Boundary(after.Park)),
            .. Compare("target", Targets(before.Park), Targets(after.Park)),
            .. Compare("chapter", Chapters(before), Chapters(after)),
            .. KeyProjectChanges.Of(before.KeyProjects ?? [], after.KeyProjects ?? [])
        ];

    internal static IEnumerable<RoundChange> Compare(string part, Dictionary<string, string?> before, Dictionary<string, string?> after) =>
        from name in before.Keys.Union(after.Keys)
        let change = new RoundChange(part, name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))
        where change.Before != change.After
        select change;

    private static Dictionary<string, string?> Facts(ParkFacts park) => new()
    {
        ["name"] = park.Name,
        ["province"] = park.Province,
        ["city"] = park.City,
        ["scope"] = JsonNamingPolicy.CamelCase.ConvertName(park.Scope.ToString()),
        ["constructionStart"] = Text(park.ConstructionStart),
        ["constructionEnd"] = Text(park.ConstructionEnd),
        ["latitude"] = Text(park.Latitude),
        ["longitude"] = Text(park.Longitude),
        ["industryGroup"] = park.IndustryGroup,
        ["fourBounds"] = park.FourBounds,
        ["baseYear"] = Text(park.BaseYear),
    };

    private static Dictionary<string, string?> Boundary(ParkFacts park) => new() { ["geometry"] = park.Boundary?.GetRawText() };

    private static Dictionary<string, string?> Targets(ParkFacts park) => park.Targets.ToDictionary(target => Text(target.Year), target => (string?)Text(target.Core));

    private static Dictionary<string, string?> Chapters(SubmittedRound round) =>
        round.Chapters.ToDictionary(each => JsonNamingPolicy.CamelCase.ConvertName(each.Key.ToString()), each => (string?)each.Value);

    internal static string Text(IFormattable value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads the rules that numbers are computed by: method, factors, targets and settings, each with its source.</summary>
public static class ReadRulePacks
{
    public sealed record RulePackList(IReadOnlyList<RulePackItem> Items);

    /// <param name="Kind">The first half of the id: national, refinement, or provincial, whose verdicts stand beside the national ones.</param>
    /// <param name="Hash"><c>sha256:</c> over the pack's files, as every result names it.</param>
    /// <param name="FirstYear">The first year the pack has numbers for.</param>
    /// <param name="Refines">The national pack that a refinement tightens; null for the others.</param>
    public sealed record RulePackItem(
        string Kind, string Id, string Version, string Hash, Wording Title, string Source, int FirstYear, PackReference? Refines)
    {
        public static RulePackItem Of(RulePack pack) =>
            new(KindOf(pack.Id), pack.Id, pack.Version, pack.Hash, pack.Title, pack.Source, pack.FirstYear, pack.Refines);

        public static RulePackItem Of(ProvincialTitle title) =>
            new(KindOf(title.Id), title.Id, title.Version, title.Hash, title.Title, title.Source, title.FirstYear, Refines: null);

        private static string KindOf(string id) => id.Split('/')[0];
    }

    public static void MapReadRulePacks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rule-packs", (RulePacks packs) => Answer.Of(new RulePackList(
                [.. packs.All.Select(RulePackItem.Of), .. packs.Titles.Select(RulePackItem.Of)])))
            .AllowAnonymous().WithName("ListRulePacks").WithSummary("Rule packs, newest version first; national ones, refinements, provincial titles");
        routes.MapGet("/rule-packs/{kind}/{name}/{version}", (string kind, string name, string version, RulePacks packs) =>
                packs.Find($"{kind}/{name}", version) is { } found ? (IResult)Answer.Of(found) : Results.NotFound())
            .AllowAnonymous().WithName("ReadRulePack").WithSummary("A rule pack with every number and its source")
            .Produces<RulePack>();
        routes.MapGet("/rule-packs/provincial/{adcode}/{version}", (string adcode, string version, RulePacks packs) =>
                packs.FindTitle($"provincial/{adcode}@{version}", year: 0) is { } found ? (IResult)Answer.Of(found) : Results.NotFound())
            .AllowAnonymous().WithName("ReadProvincialTitle").WithSummary("A province's own title: targets and indicators, each with its source")
            .Produces<ProvincialTitle>();
    }
}

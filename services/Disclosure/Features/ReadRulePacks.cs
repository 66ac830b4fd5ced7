using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads the rules that numbers are computed by: method, factors, targets and settings, each with its source.</summary>
public static class ReadRulePacks
{
    public sealed record RulePackList(IReadOnlyList<RulePackItem> Items);

    /// <param name="Hash"><c>sha256:</c> over the pack's files, as every result names it.</param>
    /// <param name="FirstYear">The first year the pack has numbers for.</param>
    public sealed record RulePackItem(string Id, string Version, string Hash, Wording Title, string Source, int FirstYear);

    public static void MapReadRulePacks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rule-packs", (RulePacks packs) => Answer.Of(new RulePackList(
                [.. packs.All.Select(p => new RulePackItem(p.Id, p.Version, p.Hash, p.Title, p.Source, p.FirstYear))])))
            .AllowAnonymous().WithName("ListRulePacks").WithSummary("Rule packs, newest version first");
        routes.MapGet("/rule-packs/{kind}/{name}/{version}", (string kind, string name, string version, RulePacks packs) =>
                packs.Find($"{kind}/{name}", version) is { } found ? (IResult)Answer.Of(found) : Results.NotFound())
            .AllowAnonymous().WithName("ReadRulePack").WithSummary("A rule pack with every number and its source")
            .Produces<RulePack>();
    }
}

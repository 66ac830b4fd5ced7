using System.Security.Claims;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>The pipeline as a whole: how many cases stand where, what is late, how long each node took. A province sees its own.</summary>
public static class ReadOverview
{
    /// <param name="Sha256">The nation's drawing of it that is valid now.</param>
    /// <param name="Overdue">Open tasks whose last day is over.</param>
    /// <param name="Nodes">Of it and of what it calls; only where something is or was in the last 365 days.</param>
    public sealed record Process(string Id, string Sha256, bool IsSlot, long Running, long Suspended, long Ended, long Overdue, long Incidents, IReadOnlyList<CountedNode> Nodes);

    public sealed record All(string? Province, IReadOnlyList<Process> Items);

    public static void MapReadOverview(this IEndpointRouteBuilder routes) => routes
        .MapGet("/processes", Handle).RequireAuthorization("Insider").WithName(nameof(ReadOverview)).WithSummary("How many cases stand where, what is late, how long nodes take");

    private static async Task<JsonAnswer<All>> Handle(string? province, Overview overview, Releases releases, Shipped shipped, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var of = user.Province() ?? province;
        var (nodes, cases) = (await overview.NodesAsync(of, cancel), (await overview.CasesAsync(of, cancel)).ToDictionary(each => each.Process));
        var valid = await releases.ValidAsync(province: null, clock.GetUtcNow(), cancel);
        return Answer.Of(new All(of, [.. valid.Select(each => Of(each.Key, each.Value))]));

        Process Of(string id, string hash)
        {
            var (counted, own) = (cases.GetValueOrDefault(id) ?? new(id, 0, 0, 0), nodes.Where(node => node.Process == id).ToList());
            return new(id, hash, shipped.Contracts.ContainsKey(id), counted.Running, counted.Suspended, counted.Ended, own.Sum(node => node.Overdue), own.Sum(node => node.Incidents), own);
        }
    }
}

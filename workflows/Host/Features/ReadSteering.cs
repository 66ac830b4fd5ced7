using System.Security.Claims;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>What the caller may do with a case as a whole, and with whom it waits: the page of the case shows a button for each.</summary>
public static class ReadSteering
{
    private static readonly string[] None = [];

    /// <param name="Version">Of the case; commands on it are decided on this version.</param>
    /// <param name="Actions"><c>suspend</c>, <c>resume</c>, <c>cancel</c>, <c>signers</c>, <c>repair</c>.</param>
    /// <param name="Tokens">Only for whom may move them.</param>
    public sealed record Shown(
        Guid Id, long Version, IReadOnlyList<string> Actions, IReadOnlyList<Waiting> Tasks, IReadOnlyList<Panel> Panels, IReadOnlyList<Token> Tokens);

    /// <param name="Version">Of the task.</param>
    /// <param name="Actions"><c>open</c>, <c>urge</c>.</param>
    public sealed record Waiting(
        Guid Task, string Process, string Node, string Kind, DateTimeOffset Opened, DateTimeOffset? Due, bool Claimed, int Urged, int Version, IReadOnlyList<string> Actions);

    /// <summary>Several who sign beside each other (会签): whom the drawing's collection names.</summary>
    /// <param name="Candidates">Who could sign too.</param>
    public sealed record Panel(int Body, string Process, string Node, IReadOnlyList<Signer> Signers, IReadOnlyList<string> Candidates);

    /// <param name="Value">An account's id, or a name such as a ministry's.</param>
    /// <param name="Element">By which it is taken out; null when it signed or was taken out.</param>
    public sealed record Signer(string Value, int? Element);

    /// <param name="Flow">Of a token that is stranded at a join.</param>
    /// <param name="To">Nodes that it may be moved to.</param>
    public sealed record Token(int Element, string Process, string Node, string? Flow, IReadOnlyList<string> To);

    public static void MapReadSteering(this IEndpointRouteBuilder routes) => routes
        .MapGet("/instances/{id:guid}/steering", Handle).RequireAuthorization("Insider").WithName(nameof(ReadSteering)).WithSummary("What may be done with a case").Produces<Shown>();

    private static async Task<IResult> Handle(
        Guid id, Instances instances, Releases releases, TaskTable tasks, Signers signers, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await instances.ReadAsync(id, cancel) is not { State.Process: var process, Version: var version }) return Results.NotFound();
        if (!user.MaySee(CaseFacts.Of(process))) return Results.NotFound();
        var actions = Actions(process, user);
        var release = await releases.LoadAsync(process.Release, cancel);
        var waiting = (await tasks.OfInstanceAsync(id, cancel)).Select(row => Wait(row, user));
        var panels = actions.Contains("signers") ? await signers.OfAsync(process, cancel) : [];
        return Answer.One(new Shown(id, version, actions, [.. waiting], panels, actions.Contains("repair") ? Tokens.Of(process, release) : []), version);
    }

    public static IReadOnlyList<string> Actions(ProcessState process, ClaimsPrincipal user)
    {
        var keeps = Policies.Allowed["CaseKeeper"].Contains(user.Role()) && (user.Province() is null || user.Province() == CaseFacts.Of(process).Province);
        var operates = user.Role() == Roles.Operator;
        return process.Status switch
        {
            InstanceStatus.Running => [.. keeps ? ["suspend"] : None, .. keeps && Signers.Any(process) ? ["signers"] : None, .. operates ? ["repair", "cancel"] : None],
            InstanceStatus.Suspended => [.. keeps ? ["resume"] : None, .. operates ? ["cancel"] : None],
            _ => []
        };
    }

    private static Waiting Wait(TaskRow row, ClaimsPrincipal user) => new(
        row.Id, row.Process, row.Node, row.Kind, row.Opened, row.Due, row.Assignee is not null, row.Urged, row.Version,
        [.. ReadTasks.MaySee(row, user) ? ["open"] : None, .. UrgeTask.May(row, user) ? ["urge"] : None]);
}

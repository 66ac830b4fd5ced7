using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Host;

namespace PilotRegistry.Architecture;

/// <summary>No decision of an official beside the process: each needs an open task, and the processes' tasks lead to exactly these decisions.</summary>
[Collection(nameof(Installation))]
public sealed class DecisionTests(Installation installation)
{
    /// <summary>Whose commands are decisions on a case.</summary>
    private static readonly string[] Deciders = [Roles.City, Roles.Province, Roles.National, Roles.Expert];

    /// <summary>What reviewers do that decides no case, with the reason.</summary>
    private static readonly Dictionary<string, string> NoCase = new()
    {
        ["registration RecordPublishedList"] = "takes over what was decided and published before the registry began",
        ["registration ChangeBoundary"] = "records what a document of its own decided; no process leads to it",
        ["verification AccreditBody"] = "is about a body, not about a park",
        ["acceptance NoteRestatement"] = "takes note; the decision stays",
        ["disclosure TriageDispute"] = "is about a figure that somebody disputes; a case begins only when surveillance is opened for it",
        ["disclosure ConcludeDispute"] = "is about a figure that somebody disputes; a case begins only when surveillance is opened for it",
        ["disclosure AskDisputer"] = "is a question",
        ["disclosure EraseWords"] = "forgets what somebody wrote; the dispute stays as it is",
        ["ledger"] = "the log itself",
        ["workflows"] = "the tasks themselves",
    };

    [Fact]
    public void Every_command_that_is_for_reviewers_alone_needs_a_task_or_says_why_not()
    {
        var decisions = Commands().Where(c => Roles.All.Where(c.Allows).All(role => Deciders.Contains(role)));
        foreach (var decision in decisions.Where(c => !NoCase.ContainsKey($"{c.Process} {c.Name}") && !NoCase.ContainsKey(c.Process)))
        {
            Assert.True(KindsOf(decision) is not null, $"{decision} decides a case: give it RequiresTask, or say in this test why not.");
        }
    }

    [Fact]
    public async Task Without_an_open_task_it_is_refused()
    {
        var guarded = Commands().Where(c => KindsOf(c) is not null).ToList();
        Assert.Equal(6, guarded.Count);
        foreach (var command in guarded)
        {
            var (attempt, life) = (Attempts.Of(command), installation.Life);
            var thing = command.Process == "acceptance" ? life.Acceptance : life.Application;
            var permits = installation[command.Process].Permits;
            permits.OnlyOpen(thing, "expert-score");
            foreach (var persona in new[] { Persona.OfProvince, Persona.National }.Where(p => command.Allows(p.Role)))
            {
                using var answer = await installation[command.Process].As(persona).SendAsync(new(command.Method), attempt.Path(life), attempt.Body(life), ifMatch: "*");
                Assert.Equal((command, "409 no-open-task"), (command, await answer.VerdictAsync()));
            }

            permits.AllOpen(thing);
        }
    }

    [Fact]
    public void A_task_leads_to_a_command_that_asks_for_it_and_the_other_way_round()
    {
        var asked = Commands().Where(c => KindsOf(c) is not null)
            .SelectMany(c => KindsOf(c)!.Select(kind => (kind, Command: $"{c.Process} {c.Route.Replace("{id:guid}", "{case}", StringComparison.Ordinal)}"))).ToHashSet();
        var led = Kinds.All.Where(kind => kind.Roles.All(role => Deciders.Contains(role)))
            .SelectMany(kind => kind.Outcomes.Values.OfType<ServiceCommand>().Select(owned => (kind.Name, Command: $"{owned.Service.ToLowerInvariant()} {owned.Path}"))).ToHashSet();
        Assert.Equal(led.Order(), asked.Order());
    }

    [Fact]
    public void A_command_that_means_one_outcome_of_its_tasks_names_it()
    {
        foreach (var command in Commands().Where(c => KindsOf(c) is not null))
        {
            var (path, kinds) = (command.Route.Replace("{id:guid}", "{case}", StringComparison.Ordinal), KindsOf(command)!);
            var outcomes = kinds.SelectMany(kind => Kinds.Find(kind).Outcomes.Where(each => each.Value?.Path == path).Select(each => each.Key)).Distinct().ToList();
            Assert.Equal((command, outcomes is [var one] ? one : null), (command, On<TaskEnds>(command)?.Outcome));
        }
    }

    private IEnumerable<Access> Commands() => installation.Services.SelectMany(Access.Of).Where(a => a.IsUnsafe && a.Policy is not (null or Access.Anonymous or Access.Sidecar));

    private IReadOnlyList<string>? KindsOf(Access command) => On<TaskRequired>(command)?.Kinds;

    private T? On<T>(Access command)
        where T : class => installation[command.Process].Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == command.Name)
        .Select(endpoint => endpoint.Metadata.GetMetadata<T>()).FirstOrDefault();
}

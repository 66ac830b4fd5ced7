using System.Xml.Linq;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Files that were broken at random, from fixed seeds: they are refused or they run, and nothing ever falls over.</summary>
public sealed class BrokenFileTests
{
    private static readonly string Whole = Drawing.Of().Message("note").Message("stop").Error("bad").Start()
        .Sub("sub", inside => inside.Start("s").Parallel("fork", "join").Task("a", Parts.Due("=working days(5)")).Service("job", Parts.Map("output", "=x + 1", "y")).Catch("m", Parts.Message("note")).Catch("t", Parts.Timer("P2D"))
            .Task("many", inner: Parts.Each("=[1,2,3]", output: "=score", until: "=numberOfCompletedInstances = 2")).Call("call", "=other").End("e").Paths("s fork a join e", "fork job join", "fork m join", "fork t join", "fork many join", "fork call join"))
        .Boundary("late", "sub", Parts.Timer("P9D")).Boundary("remind", "sub", Parts.Cycle("R3/P1D"), interrupting: false).Boundary("failed", "sub", Parts.Error("bad")).Boundary("stopped", "sub", Parts.Message("stop"))
        .Raw("<eventBasedGateway id=\"g\"/>").Catch("gm", Parts.Message("note")).Catch("gt", Parts.Timer("P1D")).Exclusive("x", "no").End().End("bad", Parts.Error("bad")).End("stop", Parts.Terminate)
        .Paths("start sub g gm x", "g gt x", "late end", "remind end", "failed end", "stopped stop").Flow("no", "x", "end").Flow("yes", "x", "bad", "=x > 1").Flow("back", "x", "sub", "=x > 2", mostRounds: 2).ToString();

    [Fact]
    public void The_whole_file_is_fine() => Assert.Empty(BpmnReader.Read(Whole).Problems);

    [Fact]
    public void Five_hundred_broken_files_are_refused_or_run()
    {
        var run = 0;
        for (var seed = 1; seed <= 500; seed++)
        {
            var text = Broken(new Random(seed));
            var outcome = BpmnReader.Read(text);
            Assert.Equal(outcome.Succeeded, !outcome.Problems.Any(problem => problem.Gravity == Gravity.Refusal));
            if (outcome.Succeeded && Played(Release.Of(outcome.File.Processes), new Random(seed))) run++;
        }

        Assert.InRange(run, 25, 475);
    }

    private static string Broken(Random random)
    {
        var document = XDocument.Parse(Whole);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var elements = document.Descendants().Skip(1).ToList();
            var element = elements[random.Next(elements.Count)];
            var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
            switch (random.Next(5))
            {
                case 0: element.Remove(); break;
                case 1 when attributes.Count > 0: attributes[random.Next(attributes.Count)].Remove(); break;
                case 2 when attributes.Count > 0:
                    var others = elements.SelectMany(each => each.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
                    attributes[random.Next(attributes.Count)].Value = others[random.Next(others.Count)].Value;
                    break;
                case 3: element.Name = elements[random.Next(elements.Count)].Name; break;
                default: element.Parent!.Add(new XElement(elements[random.Next(elements.Count)])); break;
            }
        }

        return document.ToString();
    }

    /// <summary>Does whatever is open, in some order; the fold of the events is the state at the end.</summary>
    private static bool Played(Release release, Random random)
    {
        var (state, events) = (ProcessState.Initial, new List<ProcessEvent>());
        bool Do(Command command, DateTimeOffset now)
        {
            var outcome = Step.Take(release, state, command, now, Case.Calendar);
            state = outcome.State;
            events.AddRange(outcome.Events);
            return outcome.Refusal is null;
        }

        if (!Do(new Command.Start(Guid.Empty, release.Processes.First().Id, Case.Values(("x", random.Next(4)), ("key", "k"), ("score", 1))), Case.Monday)) return false;
        for (var i = 0; i < 25 && state.Status == InstanceStatus.Running; i++)
        {
            var open = state.Tasks.Keys.Select(key => (Command)new Command.CompleteTask(key, Variables.None)).Concat(state.Jobs.Keys.Select(key => new Command.CompleteJob(key, Variables.None)))
                .Concat(state.Subscriptions.Keys.Select(key => new Command.Correlate(key, "m", Variables.None))).Concat(state.Incidents.Keys.Select(key => new Command.SkipIncident(key, Variables.None)))
                .Concat(state.Incidents.Keys.Select(key => new Command.RetryIncident(key, Case.Values(("x", 1))))).Append(new Command.FireTimers()).ToList();
            Do(open[random.Next(open.Count)], Case.Monday.AddDays(i));
        }

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(state), System.Text.Json.JsonSerializer.Serialize(ProcessState.Fold(events)));
        return true;
    }
}

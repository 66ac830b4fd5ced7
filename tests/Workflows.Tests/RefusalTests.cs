using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>What lies outside the subset or cannot work is refused when the file is read, with the element's id and what to draw instead.</summary>
public sealed class RefusalTests
{
    private static Drawing Task => Drawing.Of().Start().Task("t").End().Paths("start t end");

    [Theory]
    [InlineData("<scriptTask id=\"x\"/>", "service task")]
    [InlineData("<businessRuleTask id=\"x\"/>", "service task")]
    [InlineData("<manualTask id=\"x\"/>", "user task")]
    [InlineData("<task id=\"x\"/>", "user task or service task")]
    [InlineData("<transaction id=\"x\"/>", "error boundary")]
    [InlineData("<adHocSubProcess id=\"x\"/>", "subprocess")]
    [InlineData("<complexGateway id=\"x\"/>", "completion condition")]
    [InlineData("<inclusiveGateway id=\"x\"/>", "parallel gateway")]
    [InlineData("<subProcess id=\"x\" triggeredByEvent=\"true\"><startEvent id=\"s\"/></subProcess>", "boundary event")]
    [InlineData("<userTask id=\"x\" isForCompensation=\"true\"/>", "put it right")]
    [InlineData("<userTask id=\"x\" startQuantity=\"2\"/>", "quantities")]
    [InlineData("<userTask id=\"x\" completionQuantity=\"2\"/>", "quantities")]
    [InlineData("<userTask id=\"x\"><standardLoopCharacteristics/></userTask>", "exclusive gateway")]
    [InlineData("<intermediateCatchEvent id=\"x\"><signalEventDefinition/></intermediateCatchEvent>", "message")]
    [InlineData("<intermediateThrowEvent id=\"x\"><escalationEventDefinition/></intermediateThrowEvent>", "timer")]
    [InlineData("<intermediateThrowEvent id=\"x\"><compensateEventDefinition/></intermediateThrowEvent>", "put it right")]
    [InlineData("<intermediateCatchEvent id=\"x\"><conditionalEventDefinition/></intermediateCatchEvent>", "message")]
    [InlineData("<intermediateThrowEvent id=\"x\"><linkEventDefinition/></intermediateThrowEvent>", "flow")]
    [InlineData("<startEvent id=\"x\"><timerEventDefinition/></startEvent>", "started by")]
    [InlineData("<eventBasedGateway id=\"x\" eventGatewayType=\"Parallel\"/>", "exclusive")]
    [InlineData("<receiveTask id=\"x\" instantiate=\"true\"/>", "message start")]
    public void Outside_the_subset_with_a_hint(string element, string hint)
    {
        var problem = Read(Task.Raw(element)).First(problem => problem is { Element: "x", Code: "not-in-subset" });
        Assert.Contains(hint, problem.Message.En, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Message.Zh);
    }

    [Theory]
    [InlineData("<userTask id=\"t\"/>", "t", "duplicate-id")]
    [InlineData("<sequenceFlow id=\"x\" sourceRef=\"t\" targetRef=\"nowhere\"/>", "x", "dangling-flow")]
    [InlineData("<userTask id=\"x\"/>", "x", "unreachable")]
    [InlineData("<userTask id=\"x\"/>", "x", "no-way-on")]
    [InlineData("<startEvent id=\"x\"/>", "p", "several-starts")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"start\"><errorEventDefinition/></boundaryEvent>", "x", "boundary-without-host")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\" cancelActivity=\"false\"><errorEventDefinition/></boundaryEvent>", "x", "error-interrupts")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition></boundaryEvent>", "x", "cycle-interrupts")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\"><timerEventDefinition><timeDuration>3 days</timeDuration></timerEventDefinition></boundaryEvent>", "x", "timer-value")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\" cancelActivity=\"false\"><timerEventDefinition><timeCycle>R/PT0S</timeCycle></timerEventDefinition></boundaryEvent>", "x", "timer-value")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\"><timerEventDefinition/></boundaryEvent>", "x", "timer-missing")]
    [InlineData("<boundaryEvent id=\"x\" attachedToRef=\"t\"/>", "x", "trigger-missing")]
    [InlineData("<intermediateCatchEvent id=\"x\"><messageEventDefinition/></intermediateCatchEvent>", "x", "message-missing")]
    [InlineData("<serviceTask id=\"x\"/>", "x", "job-type-missing")]
    [InlineData("<callActivity id=\"x\" calledElement=\"other\"/>", "x", "called-process-missing")]
    [InlineData("<userTask id=\"x\"><multiInstanceLoopCharacteristics/></userTask>", "x", "collection-missing")]
    [InlineData("<userTask id=\"x\"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>", "x", "loop-cardinality")]
    [InlineData("<eventBasedGateway id=\"x\"/>", "x", "event-gateway-alone")]
    [InlineData("<subProcess id=\"x\"/>", "x", "start-missing")]
    [InlineData("<endEvent id=\"x\"><errorEventDefinition/></endEvent>", "x", "error-code-missing")]
    [InlineData("<exclusiveGateway id=\"x\" default=\"f1\"/>", "x", "default-not-outgoing")]
    public void What_cannot_work_is_found_without_running_it(string element, string at, string code) =>
        Assert.Contains((at, code), Read(Task.Raw(element)).Select(problem => (problem.Element, problem.Code)));

    [Theory]
    [InlineData("a > 1", "condition-not-feel")]
    [InlineData("=a >", "expression")]
    public void A_condition_must_be_feel_that_can_be_read(string condition, string code) =>
        Assert.Contains(("bad", code), Read(Task.Flow("bad", "t", "end", condition)).Select(problem => (problem.Element, problem.Code)));

    [Fact]
    public void A_choice_without_a_default_or_a_condition_is_noticed()
    {
        var problems = Read(Drawing.Of().Start().Exclusive("g").Task("a").Task("b").End().Paths("start g b end", "a end").Flow("fa", "g", "a", "=x"));
        Assert.Contains(("g", "missing-default", Gravity.Advice), problems.Select(problem => (problem.Element, problem.Code, problem.Gravity)));
        Assert.Contains("condition-missing", problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_loop_of_gateways_alone_is_refused() => Assert.Contains("endless-loop", Read(
        Drawing.Of().Start().Exclusive("a").Exclusive("b", "out").End().Paths("start a b").Flow("out", "b", "end").Flow("back", "b", "a", "=x")).Select(problem => problem.Code));

    [Fact]
    public void An_event_gateway_leads_to_events_of_its_own() => Assert.Contains("event-gateway-target", Read(
        Drawing.Of().Start().Raw("<eventBasedGateway id=\"g\"/>").Catch("c", Parts.Timer("P1D")).Task("t").End().Paths("start g c end", "g t end")).Select(problem => problem.Code));

    [Fact]
    public void Every_finding_is_told_at_once() => Assert.True(Read(Task.Raw("<task id=\"x\"/><serviceTask id=\"y\"/><inclusiveGateway id=\"z\"/>")).Count(problem => problem.Gravity == Gravity.Refusal) >= 3);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"boom\">]><definitions/>", "dtd")]
    [InlineData("<!DOCTYPE definitions SYSTEM \"http://example.org/x.dtd\"><definitions/>", "dtd")]
    [InlineData("<definitions", "not-xml")]
    [InlineData("", "not-xml")]
    [InlineData("<html/>", "not-bpmn")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "no-process")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" isExecutable=\"false\"/></definitions>", "no-process")]
    public void A_file_that_is_none_is_refused(string xml, string code) => Assert.Equal(code, BpmnReader.Read(xml).Problems.Single().Code);

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_refused_and_one_just_below_is_read()
    {
        var text = Task.ToString();
        string Padded(int bytes) => text.Insert(text.IndexOf("<process", StringComparison.Ordinal), $"<!--{new string('x', bytes - text.Length - 7)}-->");
        Assert.True(BpmnReader.Read(Padded(BpmnReader.MostBytes)).Succeeded);
        Assert.Equal("too-large", BpmnReader.Read(Padded(BpmnReader.MostBytes + 1)).Problems.Single().Code);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_costs_anything() =>
        Assert.Equal("not-xml", BpmnReader.Read(string.Concat(Enumerable.Repeat("<a>", 100000)) + string.Concat(Enumerable.Repeat("</a>", 100000))).Problems.Single().Code);

    [Fact]
    public void Extensions_of_others_are_ignored_and_survive_untouched()
    {
        var text = Drawing.Of().Start().Task("t", "<other:thing xmlns:other=\"urn:other\" kept=\"yes\"><deep/></other:thing>").End().Paths("start t end").ToString();
        var outcome = BpmnReader.Read(text);
        Assert.True(outcome.Clean);
        Assert.Equal(text, outcome.File!.Source);
        Assert.Equal(64, outcome.File.Hash.Length);
    }

    [Fact]
    public void Codes_of_refusals_and_findings_are_listed_for_readers()
    {
        var page = File.ReadAllText(Path.Combine(Root, "workflows/README.md"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "workflows/Engine"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "(?:Refuse|Advise|Fail)\\([^\"]{1,40}, \"([a-z-]+)\"|Incident\\.Of\\(\"([a-z-]+)\"| = Of\\(\"([a-z-]+)\""))
            {
                var code = match.Groups.Values.Skip(1).First(group => group.Success).Value;
                Assert.Contains($"`{code}`", page, StringComparison.Ordinal);
            }
        }
    }

    private static string Root => AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];

    private static IReadOnlyList<ModelProblem> Read(Drawing drawing) => BpmnReader.Read(drawing.ToString()).Problems;
}

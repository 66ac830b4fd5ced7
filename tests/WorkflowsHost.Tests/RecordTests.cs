using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the host records, in its approved shapes, and what each event does to an instance.</summary>
public sealed class RecordTests
{
    private const int Element = 2;

    private static readonly Guid Command = Persona.Named(31), Thing = Persona.Named(32), Person = Persona.OfProvince.Id;

    private static readonly Variables Given = Variables.Of([("score", FeelValue.Of(87.5m))]);

    private static readonly ProcessStepped Opened = new(
    [
        new InstanceStarted(Persona.Named(33), new string('a', 64), "acceptance", "ZC-01", null, Variables.Of([("park", FeelValue.Of("ZC-01"))])),
        new ElementEntered(1, 0, "acceptance", "acceptance", ElementKind.Process, null, null), new ElementEntered(Element, 1, "acceptance", "decide", ElementKind.Node, null, "start-decide"),
        new TaskOpened(new(Element, "decide", Assignee: null, ["national"], [], Due: null, FollowUp: null, "acceptance-decision")),
    ]);

    private static readonly ApprovedEvents Events = new(
        "Workflows", typeof(InstanceState).Assembly,
        new DefinitionPublished("acceptance", "370000", new string('b', 64), DateTimeOffset.UnixEpoch), Opened, new OperationOrdered("resume", "事由消除。"),
        new TaskClaimed(Element, Person), new TaskReleased(Element, "不是我的。"), new TaskReassigned(Element, Person, "转办。"), new TaskDelegated(Element, Person, "委派。"),
        new TaskResolved(Element, "已办。"), new TaskUrged(Element, "请尽快办理。"), new TaskCopied(Element, Person, "抄送。"), new CompletionRequested(Element, Command, Person, "acceptance-decision", Thing, "accepted", "同意。", Given, Persona.Named(34)),
        new CompletionRecorded(Element, Command, 7), new CaseAnnounced(Persona.Named(36), "surveillance-cause", "群众来信。"), new CampaignOpened(2026, new(2027, 3, 20), new(2027, 3, 31), new(2027, 4, 20), "开展年度报送。"),
        new DecisionHeard(Element, "acceptance-decision", "0197f000-0000-7000-8000-000000000035", "accepted"), new CompletionRefused(Element, Command, "core-not-met"),
        new SubstituteNamed(Person, Persona.Named(34), new(2026, 7, 1), new(2026, 7, 15), "出差。"), new SubstituteRecalled("已回。"))
    {
        Folder = "WorkflowsHost",
    };

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood()
    {
        var open = InstanceState.Evolve(InstanceState.Stream.Initial, Opened);
        Events.AreUnderstood(e => InstanceState.Evolve(open, e), e => DefinitionState.Evolve(DefinitionState.Stream.Initial, e), e => SubstituteState.Evolve(SubstituteState.Stream.Initial, e),
            e => AnnouncementState.Evolve(AnnouncementState.Stream.Initial, e));
    }
}

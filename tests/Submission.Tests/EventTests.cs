using PilotRegistry.Contracts;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

public sealed class EventTests
{
    private static readonly ApprovedEvents Events = new(
        "Submission", typeof(SubmissionState).Assembly,
        Fixtures.Opened,
        new EnterprisesReported(2, Examples.Data, [EnterpriseTests.Steel], new string('0', 64)),
        new YearSubmitted(Fixtures.Park, Fixtures.Year, 2, Examples.Data, Examples.Result, "A bill came late.", Examples.Result.Signals,
            [new() { Signal = "example", Reason = "检修停产。" }], new(1, 0.6m, 0.1m, 0.3m), "sha256:" + new string('0', 64)), Fixtures.Disclosed);

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood_by_its_stream() =>
        Events.AreUnderstood(e => SubmissionState.Evolve(SubmissionState.Stream.Initial, e));
}

using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

public sealed class EventTests
{
    private static readonly ApprovedEvents Events = new(
        "Submission", typeof(SubmissionState).Assembly,
        Fixtures.Opened,
        new YearSubmitted(Fixtures.Park, Fixtures.Year, 2, Examples.Data, Examples.Result, "A bill came late."), Fixtures.Disclosed);

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood_by_its_stream() =>
        Events.AreUnderstood(e => SubmissionState.Evolve(SubmissionState.Stream.Initial, e));
}

using PilotRegistry.Testing;

namespace PilotRegistry.Verification;

public sealed class EventTests
{
    private static readonly ApprovedEvents Events = new(
        "Verification", typeof(VerificationState).Assembly,
        Fixtures.Accredited, Fixtures.Engaged, new ReportReceived(Fixtures.Reporting, Examples.Data, Examples.Result, []), Fixtures.Named,
        Fixtures.Raised, Fixtures.Answered, Fixtures.Returned, Fixtures.Closed,
        Fixtures.Signed with { Data = Examples.Data, Verified = Examples.Result });

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood_by_its_stream() => Events.AreUnderstood(
        e => BodyState.Evolve(BodyState.Stream.Initial, e),
        e => VerificationState.Evolve(VerificationState.Stream.Initial, e));
}

using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Architecture;

/// <summary>What the public log says of each event is decided, event by event.</summary>
public sealed class SealsTests
{
    private static readonly (string Service, Action<EventSeals> Name)[] Services =
    [
        ("registration", Registration.Seals.Of), ("submission", Submission.Seals.Of), ("verification", Verification.Seals.Of),
        ("acceptance", Acceptance.Seals.Of), ("disclosure", Disclosure.Seals.Of),
    ];

    [Fact]
    public void Every_event_of_a_service_is_named_in_its_seals_and_no_other_is()
    {
        foreach (var (service, name) in Services)
        {
            var seals = new EventSeals(service);
            name(seals);
            Assert.Equal(
                Programs.Events.Where(e => e.Alias.StartsWith($"{service}.", StringComparison.Ordinal)).Select(e => e.Type.Name).Order(StringComparer.Ordinal),
                seals.Named.Select(t => t.Name).Order(StringComparer.Ordinal));
        }
    }
}

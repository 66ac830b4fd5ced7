using PilotRegistry.EventStore;
using static PilotRegistry.Disclosure.DisputeExamples;

namespace PilotRegistry.Disclosure;

/// <summary>Which step of a dispute came late: what the public reads of whoever should have acted.</summary>
public sealed class DisputeRowTests
{
    [Fact]
    public void A_step_on_its_last_day_is_in_time_and_a_day_after_it_is_late()
    {
        Assert.Equal([false, false, false, false], Late((Raised, "2026-11-20"), (ForBody, "2026-11-27"), (Answered, "2026-12-11"), (Upheld, "2027-01-04")));
        Assert.Equal([false, true, true, true], Late((Raised, "2026-11-20"), (ForBody, "2026-11-28"), (Answered, "2026-12-12"), (Upheld, "2027-01-05")));
        Assert.Equal([false, true], Late((Raised, "2026-11-20"), (Declined, "2026-11-28")));
    }

    [Fact]
    public void Whoever_concludes_after_an_answer_that_never_came_is_not_late_for_it() =>
        Assert.Equal([false, false, false], Late((Raised, "2026-11-20"), (ForBody, "2026-11-27"), (Upheld, "2026-12-14")));

    /// <param name="steps">Each at the last second of a day in Beijing.</param>
    private static IEnumerable<bool> Late(params (DomainEvent Event, string Day)[] steps) => DisputeRow.View.Row(steps.Select((step, n) => new Recorded(
        Guid.CreateVersion7(), Park, n + 1, DateTimeOffset.Parse($"{step.Day}T23:59:59+08:00", null), "", step.Event, new(User: null, "national", "test"), Position.Start)))!
        .Steps.Select(step => step.Late);
}

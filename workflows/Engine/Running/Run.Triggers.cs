namespace PilotRegistry.Workflows.Engine;

/// <summary>Timers, messages and errors reaching what waits for them.</summary>
internal sealed partial class Run
{
    /// <summary>Rule 15: the earliest first, and each sees what those before it did.</summary>
    public void FireDue()
    {
        while (State.Timers.Values.Where(timer => timer.Due.At <= now).MinBy(timer => (timer.Due.At, timer.Key)) is { } timer)
        {
            Fire(timer);
            Drain();
            if (moved > MostMoves) return;
        }
    }

    /// <summary>One timer, whatever the time.</summary>
    public void Fire(OpenTimer timer)
    {
        var (next, left) = Again(timer, out var ended);
        Emit(new TimerFired(timer.Key, next, left));
        var owner = timer.Element;
        Reach(State.Elements[owner], Model(State.Elements[owner])[timer.Node], Variables.None);
        if (ended && State.Elements.ContainsKey(owner)) Raise(owner, CalendarEnds, timer.Node);
    }

    /// <summary>When a cycle fires again. Where the calendar ends, its clock stands until the incident is retried.</summary>
    private (Deadline? Next, int? Left) Again(OpenTimer timer, out bool ended)
    {
        ended = false;
        if (timer.Every is null) return (null, null);
        var every = FeelText.Length(timer.Every)!;
        if (timer.Repeats == 1) return (null, null);
        if (Clocks.Next(every, timer.Due.At!.Value, now, calendar) is not { } next)
        {
            ended = true;
            return (new(ClockKind.WorkingDays, null, DaysLeft: (every as FeelValue.WorkingDays)?.Value ?? 1), timer.Repeats - 1);
        }

        return timer.Repeats is { } repeats && repeats <= next.Used ? (null, null) : (next.Next, timer.Repeats - next.Used);
    }

    private static Incident CalendarEnds => Incident.Of("calendar-ends", "工作日历没有覆盖到截止日。补充下一年的放假安排后重试。", "The working-day calendar does not reach the deadline. Add the next year's public holidays and retry.");

    public void Receive(Subscription subscription, string message, Variables variables)
    {
        Emit(new MessageReceived(subscription.Key, message));
        var owner = State.Elements[subscription.Element];
        Reach(owner, Model(owner)[subscription.Node], variables);
    }

    /// <summary>For exploring only: what could come again and again comes once.</summary>
    public void ReceiveOnce(Subscription subscription)
    {
        Receive(subscription, "", Variables.None);
        State = State with { Subscriptions = State.Subscriptions.Remove(subscription.Key) };
    }

    /// <summary>
    /// The element itself is done; or of an event gateway one event is chosen and the others end with it (rule 11); or a boundary event
    /// ends its host with everything in it (rule 5), or lets it go on (rule 6).
    /// </summary>
    private void Reach(Element owner, Node trigger, Variables variables)
    {
        if (trigger.Id == owner.Node)
        {
            Done(owner.Key, variables);
            return;
        }

        if (trigger.Kind != NodeKind.BoundaryEvent) Emit(new ElementCompleted(owner.Key));
        else if (trigger.Interrupting) End(owner.Key);
        var happened = Arrive(State.Elements[owner.Parent!.Value], trigger.Id, null, ElementKind.Node);
        Done(happened, variables);
    }

    /// <summary>Rule 9: from the innermost scope outwards, through call activities; a code of its own before the one that catches all.</summary>
    public void Fail(Element element, string code, string? reason, Variables results)
    {
        foreach (var host in Around(element).Where(each => each.Kind != ElementKind.Process && each.Index is null))
        {
            var boundaries = Model(host).BoundariesOf(host.Node).Where(boundary => boundary.Trigger is Trigger.Error).ToList();
            var catching = boundaries.Find(boundary => ((Trigger.Error)boundary.Trigger!).Code == code) ?? boundaries.Find(boundary => ((Trigger.Error)boundary.Trigger!).Code is null);
            if (catching is null) continue;
            Emit(new ErrorThrown(element.Key, code, reason, catching.Id));
            Reach(host, catching, results);
            return;
        }

        Emit(new ErrorThrown(element.Key, code, reason, null));
        Raise(element.Key, Incident.Of("uncaught-error", $"没有边界事件捕获错误“{code}”。", $"No boundary event catches the error {code}."));
    }
}

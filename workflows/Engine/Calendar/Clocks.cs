namespace PilotRegistry.Workflows.Engine;

/// <summary>How a deadline's clock runs.</summary>
public enum ClockKind
{
    /// <summary>A moment that the model names; suspending does not move it.</summary>
    Fixed,

    /// <summary>A length of time; suspending stops it.</summary>
    Running,

    /// <summary>Working days; suspending stops it, and whole days remain.</summary>
    WorkingDays,
}

/// <summary>An absolute moment, computed once; while its clock is stopped, what remains of it instead.</summary>
/// <param name="At">Null while stopped.</param>
public sealed record Deadline(ClockKind Kind, DateTimeOffset? At, TimeSpan? Left = null, int? DaysLeft = null);

/// <summary>Turns what models write into moments, in a calendar of working days.</summary>
internal static class Clocks
{
    /// <summary>A text of ISO 8601 becomes what it says.</summary>
    public static FeelValue Temporal(FeelValue value) => value is FeelValue.Text text ? FeelText.Temporal(text.Value) ?? value : value;

    /// <summary>Longer than nothing, so that a cycle comes to an end.</summary>
    public static bool IsForward(FeelValue every) => every switch
    {
        FeelValue.Duration duration => duration.Value > TimeSpan.Zero,
        FeelValue.Months months => months.Value > 0,
        FeelValue.WorkingDays days => days.Value > 0,
        _ => false
    };

    /// <summary>The deadline that a date or a length means when it begins now; null and a fault when it means none.</summary>
    public static Deadline? Begin(FeelValue value, DateTimeOffset now, WorkingCalendar calendar, out Incident? fault)
    {
        fault = null;
        try
        {
            switch (Temporal(value))
            {
                case FeelValue.Date date: return new(ClockKind.Fixed, WorkingCalendar.EndOf(date.Value));
                case FeelValue.Instant instant: return new(ClockKind.Fixed, instant.Value);
                case FeelValue.Duration duration: return new(ClockKind.Running, now + duration.Value);
                case FeelValue.Months months: return new(ClockKind.Running, now.ToOffset(WorkingCalendar.Beijing).AddMonths(months.Value));
                case FeelValue.WorkingDays days when calendar.LastDay(WorkingCalendar.DayOf(now), days.Value) is { } last:
                    return new(ClockKind.WorkingDays, WorkingCalendar.EndOf(last));
                case FeelValue.WorkingDays:
                    fault = Incident.Of("calendar-ends", "工作日历没有覆盖到截止日。补充下一年的放假安排后重试。", "The working-day calendar does not reach the deadline. Add the next year's public holidays and retry.");
                    return null;
                default: break;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the calendar: no deadline either.
        }

        fault = Incident.Of("timer-value", $"“{FeelText.Of(value)}”不是日期或时长。", $"\"{FeelText.Of(value)}\" is no date and no duration.");
        return null;
    }

    /// <summary>What remains when the clock stops now. The day on which it stops counts as used, as the day on which it began did not.</summary>
    public static Deadline Stop(Deadline deadline, DateTimeOffset now, WorkingCalendar calendar) => deadline switch
    {
        { At: null } or { Kind: ClockKind.Fixed } => deadline,
        { Kind: ClockKind.WorkingDays } => new(deadline.Kind, null, DaysLeft: calendar.Between(WorkingCalendar.DayOf(now), WorkingCalendar.DayOf(deadline.At.Value.AddTicks(-1)))),
        _ => new(deadline.Kind, null, deadline.At.Value > now ? deadline.At.Value - now : TimeSpan.Zero)
    };

    /// <summary>The moment when the clock, running again from now, will end. Where the calendar ends, the deadline stays stopped.</summary>
    public static Deadline Restart(Deadline deadline, DateTimeOffset now, WorkingCalendar calendar) => deadline switch
    {
        { At: not null } => deadline,
        { DaysLeft: { } days } => calendar.LastDay(WorkingCalendar.DayOf(now), days) is { } last ? new(deadline.Kind, days == 0 ? now : WorkingCalendar.EndOf(last)) : deadline,
        _ => new(deadline.Kind, now + (deadline.Left ?? TimeSpan.Zero))
    };

    /// <summary>
    /// The next moment of a cycle after now, counted from the last one, and how many moments were used up on the way: what was missed
    /// fires once and is skipped. Null when the calendar ends.
    /// </summary>
    public static (Deadline Next, int Used)? Next(FeelValue every, DateTimeOffset last, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (every is FeelValue.Duration fixedLength)
        {
            var missed = now < last ? 0 : Math.Min((now - last).Ticks / fixedLength.Value.Ticks, int.MaxValue - 1);
            return Begin(new FeelValue.Duration(fixedLength.Value * (missed + 1)), last, calendar, out _) is { } next ? (next, (int)missed + 1) : null;
        }

        // A period of working days that began at 24:00 began on the next day, as an ended one did: count from the moment before.
        var (from, used) = (last, 0);
        while (used++ < 10000)
        {
            var begun = every is FeelValue.WorkingDays ? from.AddTicks(-1) : from;
            if (Begin(every, begun, calendar, out _) is not { At: { } at } next) return null;
            if (at > now) return (next, used);
            from = at;
        }

        return null;
    }
}

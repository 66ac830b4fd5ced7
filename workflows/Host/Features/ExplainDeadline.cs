using System.Security.Claims;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>Why a task is due on its day: the period as the drawing writes it, and the days that count in it and those that do not.</summary>
public static class ExplainDeadline
{
    /// <param name="Period">As the drawing writes it, e.g. <c>P10WD</c>: ten working days.</param>
    /// <param name="Clock">How it runs.</param>
    /// <param name="First">The day on which it began; it does not count (民法典 第二百零一条).</param>
    /// <param name="Calendar">The version of the working days.</param>
    /// <param name="Days">Every day from the next one to the last; left out where the period is not one of working days.</param>
    /// <param name="WorkingDays">How many of them count. Fewer or more than the period says when the case rested in between.</param>
    public sealed record Explained(
        string? Period, ClockKind Clock, DateOnly First, DateOnly? Last, string Calendar, IReadOnlyList<CalendarDay> Days, int? WorkingDays);

    public static void MapExplainDeadline(this IEndpointRouteBuilder routes) => routes
        .MapGet("/tasks/{id:guid}/deadline", Handle).RequireAuthorization("Insider").WithName(nameof(ExplainDeadline)).WithSummary("Why a task is due on its day").Produces<Explained>();

    private static async Task<IResult> Handle(Guid id, TaskTable tasks, Instances instances, Releases releases, Calendars calendars, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await tasks.FindAsync(id, cancel) is not { } row || !ReadTasks.MaySee(row, user) || await instances.ReadAsync(row.Instance, cancel) is not { } known) return Results.NotFound();
        if (known.State.Process.Tasks.GetValueOrDefault(row.Element)?.Due is not { } due) return Results.NotFound();
        var plan = (await releases.LoadAsync(known.State.Process.Release, cancel)).Find(row.Process)?.Find(row.Node)?.Task?.Due;
        var (first, last) = (WorkingCalendar.DayOf(row.Opened), due.At is { } at ? WorkingCalendar.DayOf(at.AddTicks(-1)) : (DateOnly?)null);
        CalendarDay[] days = due.Kind == ClockKind.WorkingDays && last is not null ? [.. calendars.Current.Days(first, last.Value)] : [];
        return Answer.Of(new Explained(plan?.Fixed ?? plan?.Text, due.Kind, first, last, calendars.Current.Version, days, days.Length == 0 ? null : days.Count(day => day.Counts)));
    }
}

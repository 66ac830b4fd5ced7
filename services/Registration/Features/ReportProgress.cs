using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>A listed park reports how far one of its key projects has come; public at once, and never overwritten.</summary>
public static class ReportProgress
{
    public static readonly Refusal NotListed = new("progress-not-open", "Progress is reported once the park is on the construction list.");
    public static readonly Refusal Unknown = new("key-project-unknown", "The application names no key project with this number.");
    public static readonly Refusal InFuture = new("progress-in-future", "A report describes a day that has come.");
    public static readonly Refusal BeforeLast = new("progress-before-last", "A report describes a day that is not before that of the previous one.");
    public static readonly Refusal NeedsNote = new("progress-needs-note", "Less invested than before, or a step back, needs a note that says why.");

    /// <param name="InvestedWanYuan">Invested so far, 万元, from the beginning on.</param>
    /// <param name="AsOf">The day that the report describes.</param>
    /// <param name="Note">Required where the project stands still or is given up.</param>
    public sealed record Request(
        ProjectState State,
        [Range(typeof(decimal), "0", Wan.Most, ParseLimitsInInvariantCulture = true)] decimal InvestedWanYuan,
        [Range(typeof(DateOnly), "2015-01-01", "2070-12-31")] DateOnly AsOf,
        [MaxLength(1000)] string? Note = null) : IValidatableObject
    {
        public string? Said => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (State is ProjectState.Suspended or ProjectState.Cancelled && Said is null)
            {
                yield return new(ValidationRule.Say("note-missing", "Say why the project stands still or is given up.", "请说明停建或取消的原因。"), [nameof(Note)]);
            }

            foreach (var wrong in Wan.Check(InvestedWanYuan, nameof(InvestedWanYuan)))
            {
                yield return wrong;
            }
        }
    }

    public static Decision Decide(ApplicationState state, int number, Request request, ManagementBody body, DateOnly today)
    {
        var (project, last) = (state.KeyProjects?.FirstOrDefault(p => p.Number == number), state.Progress.GetValueOrDefault(number));
        return request switch
        {
            _ when !state.Is(body) => ApplicationRules.NotYourPark,
            _ when state.Status != ApplicationStatus.Listed => NotListed,
            _ when project is null => Unknown,
            _ when request.AsOf > today => InFuture,
            _ when last is not null && request.AsOf < last.AsOf => BeforeLast with { Facts = Day(last.AsOf) },
            _ when last is not null && request.Said is null && GoesBack(last, request) => NeedsNote,
            _ => Report(state.ParkId, project, request) is var report && report == last ? Decision.Nothing : report
        };
    }

    public static void MapReportProgress(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/key-projects/{number:int}/progress", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(ReportProgress))
        .WithSummary("Report the progress of a key project");

    /// <summary>A project that was commissioned is built again, one under construction only planned, or money is gone. What stood still goes on by the note of its stop.</summary>
    private static bool GoesBack(KeyProjectProgressed last, Request request) =>
        request.InvestedWanYuan < last.InvestedWanYuan || (last.State is not ProjectState.Suspended && request.State < last.State);

    private static KeyProjectProgressed Report(Guid park, KeyProject project, Request request) =>
        new(park, project.Number, project.Name, request.State, request.InvestedWanYuan, request.AsOf, request.Said);

    private static Dictionary<string, string> Day(DateOnly day) => new() { ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static Task<CommandAnswer<Done>> Handle(
        Guid id, int number, Request request, IfMatch seen, Store store, ClaimsPrincipal user, TimeProvider clock) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, number, request, user.AsBody(), clock.Today()))
        .ToHttpAsync();
}

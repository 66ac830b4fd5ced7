using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The national commission lists recommended parks: one list, one decision, all of it or nothing.</summary>
public static class PublishList
{
    public static readonly Refusal NotRecommended = new("application-not-recommended", "An application on this list is not recommended in this batch.");
    public static readonly Refusal Unknown = new("application-unknown", "An application on this list does not exist.");

    public sealed record Request(
        [Required, RegularExpression("20[0-9]{2}-[a-z0-9]{1,12}")] string Batch,
        [Required, StringLength(80, MinimumLength = 2)] string Document,
        DateOnly PublishedOn,
        [Required, StringLength(400, MinimumLength = 2)] string Source,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons,
        [Required, MinLength(1), MaxLength(200)] IReadOnlyList<Line> Applications);

    public sealed record Line(Guid ApplicationId, [Range(1, 10_000)] int? ListNumber = null);

    public sealed record Published(Guid Id, IReadOnlyList<Guid> ParkIds);

    /// <summary>An application as it was read for this decision.</summary>
    public sealed record Candidate(Line Line, ApplicationState State);

    /// <summary>The first thing that forbids the list, or null.</summary>
    public static Refusal? Check(Request request, IReadOnlyList<Candidate> candidates) => candidates switch
    {
        _ when candidates.Any(c => c.State.Status == ApplicationStatus.NotStarted) => Unknown,
        _ when candidates.Any(c => c.State.Status != ApplicationStatus.Recommended || c.State.Batch != request.Batch) => NotRecommended,
        _ => null
    };

    public static NationalListPublished List(Request request, IReadOnlyList<Candidate> candidates) => new(
        request.Batch, request.Document, request.PublishedOn, request.Source, request.Reasons,
        [.. candidates.Select(c => new ListedPark(c.State.ParkId, c.Line.ListNumber, c.State.Park!.Name))]);

    public static ParkListed Park(Request request, Candidate candidate) => new(
        candidate.State.ParkId, candidate.State.Park!, request.Batch, candidate.Line.ListNumber,
        request.Document, request.PublishedOn, request.Source, request.Reasons);

    public static void MapPublishList(this IEndpointRouteBuilder routes) => routes
        .MapPost("/lists", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(PublishList))
        .WithSummary("Publish a construction list")
        .Produces<Published>(201);

    private static async Task<IResult> Handle(Request request, Store store, CancellationToken cancel)
    {
        var (listId, histories, candidates) = (Guid.CreateVersion7(), new List<IReadOnlyList<Recorded>>(), new List<Candidate>());
        foreach (var line in request.Applications.DistinctBy(a => a.ApplicationId))
        {
            var history = await store.ReadAsync(line.ApplicationId, cancel);
            histories.Add(history);
            candidates.Add(new(line, ApplicationState.Stream.Fold(history.Select(r => r.Event))));
        }

        if (Check(request, candidates) is { } refusal)
        {
            return CommandAnswers.From(new Outcome.Refused(refusal));
        }

        List<Append> appends = [new(ListState.Stream.Name, listId, [], [List(request, candidates)])];
        foreach (var (candidate, history) in candidates.Zip(histories))
        {
            appends.Add(new(ApplicationState.Stream.Name, candidate.Line.ApplicationId, history, [new ApplicationListed(listId, request.Batch)]));
            appends.Add(new(ParkState.Stream.Name, candidate.State.ParkId, [], [Park(request, candidate)]));
        }

        return await store.CommitAllAsync(appends, cancel) is { } stale
            ? CommandAnswers.From(stale)
            : Results.Created($"/lists/{listId}", new Published(listId, [.. candidates.Select(c => c.State.ParkId)]));
    }
}

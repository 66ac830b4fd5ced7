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
        [Required, RegularExpression(ListRules.Batch)] string Batch,
        [Required, StringLength(80, MinimumLength = 2)] string Document,
        [Range(typeof(DateOnly), ListRules.FirstDay, ListRules.LastDay)] DateOnly PublishedOn,
        [Required, StringLength(400, MinimumLength = 2)] string Source,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons,
        [Required, MinLength(1), MaxLength(200)] IReadOnlyList<Line> Applications) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. ListRules.EachOnce(nameof(Applications), Applications.Select(a => a.ApplicationId)),
            .. ListRules.EachOnce(nameof(Applications), Applications.Select(a => a.ListNumber).OfType<int>()),
        ];
    }

    public sealed record Line(Guid ApplicationId, [Range(1, 10_000)] int? ListNumber = null);

    public sealed record Published(Guid Id, long Version, IReadOnlyList<Guid> ParkIds);

    /// <summary>An application as it was read for this decision.</summary>
    public sealed record Candidate(Line Line, IReadOnlyList<Recorded> History, ApplicationState State);

    /// <summary>The list's own event; it is out already when all of them stand on one list.</summary>
    public static Decision Decide(Request request, IReadOnlyList<Candidate> candidates) => candidates switch
    {
        _ when candidates.Any(c => c.State.Status == ApplicationStatus.NotStarted) => Unknown,
        _ when candidates[0].State.ListId is { } list && candidates.All(c => c.State.ListId == list) => Decision.Nothing,
        _ when candidates.Any(c => c.State.Status != ApplicationStatus.Recommended || c.State.Batch != request.Batch) => NotRecommended,
        _ => new NationalListPublished(
            request.Batch, request.Document, request.PublishedOn, request.Source, request.Reasons,
            [.. candidates.Select(c => new ListedPark(c.State.ParkId, c.Line.ListNumber, c.State.Park!.Name))])
    };

    public static void MapPublishList(this IEndpointRouteBuilder routes) => routes
        .MapPost("/lists", Handle)
        .RequireAuthorization("NationalReviewer")
        .RequiresTask<Request>(request => request.Applications.Select(line => line.ApplicationId), "list-publication").EndingTaskWith("done")
        .WithName(nameof(PublishList))
        .WithSummary("Publish a construction list")
        .Produces<Published>(201);

    private static async Task<CommandAnswer<Published>> Handle(Request request, Store store, CancellationToken cancel)
    {
        var (id, parks) = (store.NewId("list"), new List<Guid>());
        return await store.DecideAllAsync(
            async () =>
            {
                var candidates = await ReadAsync(request, store, cancel);
                parks = [.. candidates.Select(c => c.State.ParkId)];
                var (decision, list) = (Decide(request, candidates), candidates[0].State.ListId);
                return new(list ?? id, list is null ? 0 : 1, decision, [.. Appends(id, decision, request, candidates)]);
            },
            cancel).ToCreatedAsync($"/lists/{id}", done => new Published(done.Id, done.Version, parks));
    }

    private static async Task<IReadOnlyList<Candidate>> ReadAsync(Request request, Store store, CancellationToken cancel)
    {
        var histories = await store.ReadTogetherAsync(ApplicationState.Stream, request.Applications.Select(line => line.ApplicationId), cancel);
        return
        [
            .. from line in request.Applications
               let history = histories[line.ApplicationId].ToList()
               select new Candidate(line, history, ApplicationState.Stream.Fold(history.Select(r => r.Event)))
        ];
    }

    /// <summary>What follows from the decision: the list is out, each application is listed, each park's own life begins.</summary>
    private static IEnumerable<Append> Appends(Guid id, Decision decision, Request request, IReadOnlyList<Candidate> candidates) =>
    [
        new(ListState.Stream.Name, id, [], decision.Events),
        .. candidates.Select(c => new Append(ApplicationState.Stream.Name, c.Line.ApplicationId, c.History, [new ApplicationListed(id, request.Batch)])),
        .. candidates.Select(c => new Append(ParkState.Stream.Name, c.State.ParkId, [], [Park(request, c)])),
    ];

    private static ParkListed Park(Request request, Candidate candidate) => new(
        candidate.State.ParkId, candidate.State.Park!, request.Batch, candidate.Line.ListNumber,
        request.Document, request.PublishedOn, request.Source, request.Reasons);
}

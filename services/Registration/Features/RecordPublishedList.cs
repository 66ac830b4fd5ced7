using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>
/// Takes over a list that was published before this registry existed (the 52 parks of 发改办环资〔2025〕1082号). Ids follow
/// from batch and number, so recording the same list again changes nothing.
/// </summary>
public static class RecordPublishedList
{
    public sealed record Request(
        [Required, RegularExpression("20[0-9]{2}-[a-z0-9]{1,12}")] string Batch,
        [Required, StringLength(80, MinimumLength = 2)] string Document,
        DateOnly PublishedOn,
        [Required, StringLength(400, MinimumLength = 2)] string Source,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons,
        [Required, MinLength(1), MaxLength(500)] IReadOnlyList<Line> Parks);

    /// <summary>A line of the published list; latitude and longitude are map pins only.</summary>
    public sealed record Line(
        [Range(1, 10_000)] int ListNumber,
        [Required, StringLength(80, MinimumLength = 2)] string Name,
        [Required, RegularExpression("[1-9][0-9]{5}")] string Province,
        [Required, MaxLength(40)] string City,
        ParkScope Scope,
        [Range(2020, 2060)] int ConstructionStart,
        [Range(2020, 2060)] int ConstructionEnd,
        [Range(typeof(decimal), "3", "54", ParseLimitsInInvariantCulture = true)] decimal Latitude,
        [Range(typeof(decimal), "73", "136", ParseLimitsInInvariantCulture = true)] decimal Longitude,
        [Required, MaxLength(60)] string IndustryGroup)
    {
        public ParkFacts ToFacts() => new(
            Name, Province, City, Scope, ConstructionStart, ConstructionEnd, Latitude, Longitude, IndustryGroup,
            ManagementBodyId: null, FourBounds: null, Boundary: null, ParkRequest.BaseYear, Targets: [], Demo: false);
    }

    public static Guid ListId(string batch) => StableId.Of("list", batch);

    public static Guid ParkId(string batch, int listNumber) => StableId.Of("park", batch, listNumber);

    /// <summary>The list's own event, or nothing when it is recorded already.</summary>
    public static Decision Decide(ListState state, Request request) => state.IsPublished
        ? Decision.Nothing
        : new NationalListPublished(
            request.Batch, request.Document, request.PublishedOn, request.Source, request.Reasons,
            [.. request.Parks.Select(p => new ListedPark(ParkId(request.Batch, p.ListNumber), p.ListNumber, p.Name))]);

    public static ParkListed Park(Request request, Line line) => new(
        ParkId(request.Batch, line.ListNumber), line.ToFacts(), request.Batch, line.ListNumber,
        request.Document, request.PublishedOn, request.Source, request.Reasons);

    public static void MapRecordPublishedList(this IEndpointRouteBuilder routes) => routes
        .MapPost("/lists/published", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(RecordPublishedList))
        .WithSummary("Take over a list that is already published")
        .Produces<Done>();

    private static async Task<IResult> Handle(Request request, Store store, CancellationToken cancel)
    {
        var listId = ListId(request.Batch);
        var (state, version) = await store.LoadAsync(ListState.Stream, listId, cancel);
        var decision = Decide(state, request);
        if (decision.Events.Count == 0)
        {
            return Results.Ok(new Done(listId, version));
        }

        var parks = request.Parks.Select(p => new Append(ParkState.Stream.Name, ParkId(request.Batch, p.ListNumber), [], [Park(request, p)]));
        return await store.CommitAllAsync([new(ListState.Stream.Name, listId, [], decision.Events), .. parks], cancel) is { } stale
            ? CommandAnswers.From(stale)
            : Results.Ok(new Done(listId, 1));
    }
}
